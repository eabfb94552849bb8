"""Twinstack inside GDB: importing the package registers its commands.

Reads a stopped CPython process out of raw memory: no call into the debuggee, ever, so that it
works on a crash, inside malloc and on a core file. ``commands`` is the way in.
"""

from . import breakpoints, entry_breakpoint, interrupt, native, registers, terminal  # noqa: F401
from . import commands, operations, session  # noqa: F401 (operations register themselves)

session.watch()
entry_breakpoint.define()
commands.open_doors()
