"""Raw GDB/MI for a Python program: what CPython's own extension of GDB adds."""
import pathlib
import sys

from raw_side import RawSide


def libpython():
    """CPython's own GDB extension for this interpreter, where it is installed."""
    executable = pathlib.Path(sys.executable).resolve()
    places = [f"{executable}-gdb.py", f"/usr/share/gdb/auto-load{executable}-gdb.py"]
    return next((p for p in places if pathlib.Path(p).exists()), None)


class RawPythonSide(RawSide):
    def load_python_frames(self):
        """Loads CPython's own GDB extension; False where it is not installed, or finds no debug information."""
        script = libpython()
        if script is None:
            return False
        self.gdb.console(f"source {script}")
        return any(b">" in line for line in self.gdb.console("py-list"))

    def python_frames(self):
        """All of them, which is all that py-bt can."""
        return self.gdb.console("py-bt")

    def merged_screen(self):
        self.screen()
        self.python_frames()

    def open_variable(self, name):
        """The list is an argument of the C function: nothing to open."""
        self._opened = f"((PyListObject *){name})->ob_item"
