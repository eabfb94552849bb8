"""Giving GDB the program's file, without the debug information of CPython that nobody asked for.

Where a distribution's debug files for Python are installed, GDB reads CPython's own (optimised as a
whole, so in pieces of megabytes) as it unwinds through it: seconds before the first stack. CPython
is read by layout tables here, which need none of it. A CPython that holds its debug information
itself was built for debugging, and keeps it. Not by symbol-file -readnever, which leaves out
.eh_frame too, by which GDB unwinds.
"""

import contextlib
import struct

import gdb

from ..commands import operation
from ..cpython import runtime_symbol
from ..errors import UserError
from ..files import elf, object_files


@operation("program-file")
def program_file(file):
    """Give GDB the program's file, as -file-exec-and-symbols does. Raises UserError with GDB's reason."""
    try:
        with without_debug_files() if is_cpython_for_use(file) else contextlib.ExitStack():
            gdb.execute("file " + quoted(file), to_string=True)
    except gdb.error as error:
        raise UserError("GDB cannot read the program '%s' (%s); build it anew, or name another." % (file, str(error).rstrip(".")))
    object_files.program_read()
    return {}


@contextlib.contextmanager
def without_debug_files():
    """Within it GDB reads none of the debug files that are installed beside what it loads."""
    directory = gdb.parameter("debug-file-directory")
    gdb.execute("set debug-file-directory", to_string=True)
    try:
        yield
    finally:
        gdb.execute("set debug-file-directory " + directory, to_string=True)


def quoted(file):
    """A file's name as one argument of a GDB command."""
    return '"%s"' % file.replace("\\", "\\\\").replace('"', '\\"')


def is_cpython_for_use(file):
    """Is it a CPython (with the runtime in itself) that has no debug information in its own file?"""
    try:
        return not elf.has_section(file, b".debug_info") and runtime_symbol.address(file, 0) != 0
    except (OSError, struct.error, IndexError):  # GDB will say what is wrong with it
        return False
