"""What a user of GDB types: CPython's own GDB commands (py-bt, py-print, ...) and a few more, and
PyObject pointers shown as their Python values. For plain GDB and for a client's debug console.

Formats and names are those of CPython's Tools/gdb/libpython.py, "Debugging C API extensions and
CPython Internals with GDB" in its documentation, and its Lib/test/test_gdb.
"""

from . import coexistence, listing, names, parameters, pointers, stack  # noqa: F401
from .command import register


def open():
    """Register commands, parameters and the pretty-printer with GDB; before CPython's own."""
    parameters.define()
    register()
    pointers.PRINTER.register()
    coexistence.watch()
