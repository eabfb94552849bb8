"""How the program runs for an errand: first the thread concerned alone, so that the others stay where they are shown."""

import gdb

from ..errors import UserError
from .errands import LATE, Run

ALONE = 150  # milliseconds; the thread may wait for another one, as when another wants the GIL
TOGETHER = 2000
ROUNDS = 5
HANGS = "The program has not come back from what it was to do for the debugger, in %d seconds; it may hang in it."
SHOWN = "The program has stopped elsewhere (%s) during what it was to do for the debugger."
OWN = ("SIGSTOP", "SIGINT", "SIGTRAP", "0")  # how GDB names that it was interrupted

_signal = None  # with which the program has stopped, where it is none of these


class StoppedElsewhere(UserError):
    """Another stop of the program has come."""


def _stopped(event):
    global _signal
    name = event.stop_signal if isinstance(event, gdb.SignalEvent) else None
    _signal = None if name in OWN else name


gdb.events.stop.connect(_stopped)


def until(thread, has_arrived, others=False, rounds=ROUNDS, is_kept=False):
    """A generator (errands): the thread has come to stop where ``has_arrived()`` says. ``is_kept``: it is waited for without end,
    at any stop, when it does not come in time."""

    def arrived():
        return gdb.selected_thread() == thread and has_arrived()

    locking = gdb.parameter("scheduler-locking")
    try:
        for attempt in range(rounds):
            is_alone = attempt == 0 and not others
            _lock("on" if is_alone else "off")
            yield Run(thread.global_num, ALONE if is_alone else TOGETHER)
            if arrived():
                return
            if _signal:
                break
    finally:
        _lock(locking)
    while is_kept:
        yield LATE
        if arrived():
            return
    if _signal:
        raise StoppedElsewhere(SHOWN % _signal)
    raise UserError(HANGS % (rounds * TOGETHER // 1000))


def _lock(value):
    gdb.execute("set scheduler-locking " + value, to_string=True)
