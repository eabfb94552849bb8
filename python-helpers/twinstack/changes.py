"""Whether the user has changed the program that stands, so that a client reads anew what it shows."""

import gdb

from .inferior import inferior_calls
from .time_limit import shielded

MEMORY, REGISTERS = "memory", "registers"

_changed = None


def take():
    """What was changed since this was asked last: MEMORY, REGISTERS (perhaps memory, too) or None.
    A function that was called may have changed any memory."""
    global _changed
    found, _changed = _changed, None
    return found


@shielded
def _memory(event):
    global _changed
    if not inferior_calls.is_errand():
        _changed = _changed or MEMORY


@shielded
def _registers(event):
    global _changed
    if not inferior_calls.is_errand():
        _changed = REGISTERS


def _stopped(event):
    """At a stop a client reads everything anew, so that what has changed before is no news."""
    take()


def watch():
    """Connect to GDB's events, once."""
    events = gdb.events
    events.memory_changed.connect(_memory)
    events.inferior_call.connect(_memory)
    events.register_changed.connect(_registers)
    events.stop.connect(_stopped)
