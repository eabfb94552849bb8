"""The workloads in raw GDB/MI: the fewest commands that fetch the same things, each burst sent in one write."""
import pathlib
import sys
import time

from processes import cpu_ms, rss_mib
from program import MAIN, SOURCE, line_of
from raw_gdb import RawGdb, Terminal

SCREEN = ("-thread-info", "-stack-list-frames --thread 1 0 19", "-stack-list-variables --thread 1 --frame 0 --simple-values")


def libpython():
    """CPython's own GDB extension for this interpreter, where it is installed."""
    executable = pathlib.Path(sys.executable).resolve()
    places = [f"{executable}-gdb.py", f"/usr/share/gdb/auto-load{executable}-gdb.py"]
    return next((p for p in places if pathlib.Path(p).exists()), None)


class RawSide:
    name = "raw GDB/MI"
    short = "raw"

    def __init__(self, gdb):
        self._gdb = gdb

    def start(self, workload, mark):
        """Runs the program to the marked line; the two times count from the start of GDB's process."""
        spawned = time.perf_counter()
        self.terminal = Terminal()
        self.gdb = RawGdb(self._gdb)
        self.gdb.prompt()
        prompted = time.perf_counter()
        self.gdb.ask(
            "-gdb-set debuginfod enabled off", "-gdb-set mi-async on", f"-file-exec-and-symbols {sys.executable}",
            f"-exec-arguments {MAIN} {workload}", f"-inferior-tty-set {self.terminal.name}",
            f"-break-insert -f {SOURCE}:{line_of(mark)}", "-exec-run")
        self.gdb.stopped()
        return {"start": (prompted - spawned) * 1000, "first stop": (time.perf_counter() - spawned) * 1000}

    def own_rss(self):
        return rss_mib(self.gdb.process.pid)

    def own_cpu(self):
        return cpu_ms(self.gdb.process.pid)

    def screen(self):
        self.gdb.ask(*SCREEN)

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

    def resume_to_stop(self):
        self.gdb.ask("-exec-continue")
        self.gdb.stopped()

    def top20(self):
        self.gdb.ask("-stack-list-frames --thread 1 0 19")

    def open_list(self):
        """The list is an argument of the C function: nothing to open."""

    def list_page(self):
        """The first 100 items, as addresses."""
        self.gdb.ask('-data-evaluate-expression "((PyListObject *)thing)->ob_item[0]@100"')

    def clear_breakpoints(self):
        self.gdb.ask("-break-delete")

    def step(self):
        self.gdb.ask("-exec-next")
        self.gdb.stopped()

    def run_out(self):
        """Continues to the end; returns the bytes of output that came."""
        self.gdb.ask("-exec-continue")
        self.gdb.stopped()
        return self.terminal.drain()

    def close(self):
        self.gdb.close()
