"""How many calls of the program's functions GDB waits for: an expression calls, a breakpoint's own within it."""

import gdb

_depth = 0


def depth():
    """0 while the program does not run for a call."""
    return _depth


def count(event):
    """For gdb.events.inferior_call."""
    global _depth
    _depth = _depth + 1 if isinstance(event, gdb.InferiorCallPreEvent) else max(0, _depth - 1)
