"""Twinstack inside GDB: importing the package registers its operations.

Reads a stopped CPython process out of raw memory: no call into the debuggee, ever, so that it
works on a crash, inside malloc and on a core file. ``commands`` is the way in; ``adapter`` is what
a session of the adapter needs besides, ``console`` what a user of GDB types. What only code in the
program can do, stopping at a line of Python above all, is the ``agent``'s.
"""

from . import changes, commands, session
from . import operations, several  # noqa: F401 (importing registers operations)
from .crash import operations as crash_operations  # noqa: F401
from .execution import threads  # noqa: F401
from .native import assignments, disassembly, memory, registers  # noqa: F401
from .native import operations as native_operations  # noqa: F401
from .stack import native_stacks

session.watch()
changes.watch()
native_stacks.watch()
commands.open_doors()
