"""How many calls of the program's functions GDB waits for: an expression calls, a breakpoint's own within it.

The agent's errands, for which the program runs unseen, count as such.
"""

import gdb

_depth = 0
_has_errand = False


def depth():
    """0 while the program does not run for a call."""
    return _depth


def count(event):
    """For gdb.events.inferior_call."""
    if isinstance(event, gdb.InferiorCallPreEvent):
        enter()
    else:
        leave()


def enter():
    global _depth
    _depth += 1


def leave():
    global _depth
    _depth = max(0, _depth - 1)


def is_errand():
    """Whether the program runs for the agent."""
    return _has_errand


def errand(has_begun):
    """An errand of the agent has begun, or ended."""
    global _has_errand
    _has_errand = has_begun
    if has_begun:
        enter()
    else:
        leave()
