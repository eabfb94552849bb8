"""What a user of GDB types: CPython's own GDB commands (py-bt, py-print, ...) and a few more, and
PyObject pointers shown as their Python values. For plain GDB and for a client's debug console.

Formats and names are those of CPython's Tools/gdb/libpython.py, "Debugging C API extensions and
CPython Internals with GDB" in its documentation, and its Lib/test/test_gdb.
"""

import functools

from . import listing, merged, names, object, referrers, stack, threads  # noqa: F401 (commands)
from . import coexistence, command, here, parameters, pointers  # noqa: F401


def open():
    """Register commands and the pretty-printer with GDB, again where others have come since."""
    define()
    command.register()
    pointers.PRINTER.register()
    coexistence.look()


@functools.lru_cache(maxsize=None)
def define():
    """Register what plain GDB and the debug console both have: settings, pretty-printers and their order beside CPython's."""
    parameters.define()
    pointers.PRINTER.watch()
    coexistence.watch()
