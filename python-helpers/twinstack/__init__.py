"""Twinstack inside GDB: importing the package registers its commands.

Reads a stopped CPython process out of raw memory: no call into the debuggee, ever, so that it
works on a crash, inside malloc and on a core file. ``commands`` is the way in.
"""

from . import breakpoints, entry_breakpoint, native, operations, registers  # noqa: F401
from . import terminal, threads  # noqa: F401
from . import commands, interrupt, native_stacks, session  # (importing registers operations)

session.watch()
native_stacks.watch()
interrupt.open()
entry_breakpoint.define()
commands.open_doors()
