"""How the program runs for an errand: first the thread concerned alone, so that the others stay where they are shown."""

import gdb

from ..errors import UserError
from .errands import LATE, Run

ALONE = 150  # milliseconds; the thread may wait for another one, as when another wants the GIL
TOGETHER = 2000
ROUNDS = 4  # together
ROUNDS_BEHIND_LIMIT = 1
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


def until(thread, has_arrived, others=False, limit=None, is_kept=False):
    """A generator (errands): the thread has come to stop where ``has_arrived()`` says. ``limit``: what interrupts it (limits.Limit).
    ``is_kept``: it is waited for without end, at any stop, when it does not come in time."""

    def arrived():
        return gdb.selected_thread() == thread and has_arrived()

    locking = gdb.parameter("scheduler-locking")
    try:
        yield from _runs(thread, lambda: arrived() or _signal, others, limit)
    finally:
        _lock(locking)
    while is_kept and not arrived():
        yield LATE
    if arrived():
        return
    if _signal:
        raise StoppedElsewhere(SHOWN % _signal)
    raise UserError(HANGS % (ROUNDS * TOGETHER // 1000))


def _runs(thread, is_over, others, limit):
    """A generator (errands): the thread runs, until it is over or has been given up."""
    if not others:
        _lock("on")
        yield Run(thread.global_num, ALONE, bool(limit))
        if is_over():
            return
    _lock("off")
    if limit:
        yield Run(thread.global_num, limit.milliseconds, True)
        if is_over():
            return
        yield from limit.reached(thread, is_over)
        if is_over():
            return
    for _ in range(ROUNDS_BEHIND_LIMIT if limit else ROUNDS):
        yield Run(thread.global_num, TOGETHER, False)
        if is_over():
            return


def _lock(value):
    gdb.execute("set scheduler-locking " + value, to_string=True)
