"""How the program runs for an errand: first the thread concerned alone, so that the others stay where they are shown."""

import time

import gdb

from ...errors import UserError
from ...inferior import inferior_calls
from . import due_signals, errands
from .errands import LATE, Run

ALONE = 0.15  # seconds; the thread may wait for another one, as when another wants the GIL
BESIDE = 1.0  # the same, where another has stopped and is to stay there
ROUNDS = 100
HANGS = "The program has not come back from what it was to do for the debugger in time; it may hang in it."
SHOWN = "The program has stopped elsewhere (%s) during what it was to do for the debugger."

_reason = None  # why the program has stopped, where that is its own


class StoppedElsewhere(UserError):
    """Another stop of the program has come."""


def _stopped(event):
    global _reason
    _reason = _own_reason(event)
    if _reason and errands.is_under_way():
        errands.hold()


def _own_reason(event):
    """A signal of the program's, or anything of another thread's; else None."""
    if isinstance(event, gdb.SignalEvent):
        return None if event.stop_signal in due_signals.OF_A_PAUSE else event.stop_signal
    return None if inferior_calls.is_own() else "thread %d" % gdb.selected_thread().global_num


gdb.events.stop.connect(_stopped)


def until(thread, has_arrived, others=False, limit=None, is_kept=False):
    """A generator (errands): the thread has come to stop where ``has_arrived()`` says.

    ``others``: all threads run from the beginning, and not this one alone at first.
    ``limit``: how long it may take, and what interrupts it then (limits.Limit); None: errands.LIMIT, and nothing does.
    ``is_kept``: where it does not come in time it is waited for without end, at any stop. Otherwise raises StoppedElsewhere where the program
    has come to a stop of its own, and else UserError."""

    def arrived():
        return gdb.selected_thread() == thread and has_arrived()

    errand = errands.under_way()
    if limit and not errand.is_hurried:
        errand.left = limit.milliseconds / 1000
    if (yield from _rounds(errand, thread, arrived, others, bool(limit))):
        return
    if limit and not errand.held:
        errand.left = errands.LIMIT
        yield from limit.reached(thread, lambda: arrived() or errand.held)
        if arrived() or (yield from _rounds(errand, thread, arrived, True, False)):
            return
    while is_kept:
        yield LATE
        if arrived():
            return
    if errand.held:
        raise StoppedElsewhere(SHOWN % (_reason or "another thread"))
    raise UserError(HANGS)


def _rounds(errand, thread, arrived, others, is_breakable):
    """A generator (errands): whether the thread has arrived in time."""
    locking, began = gdb.parameter("scheduler-locking"), time.monotonic()
    try:
        for number in range(ROUNDS):
            now = time.monotonic()
            is_alone, seconds = _round(errand, others, began, now)
            if number and seconds <= 0:
                return False
            _lock("on" if is_alone else "off")
            yield Run(thread.global_num, max(1, int(1000 * (seconds if seconds > 0 else ALONE))), is_breakable)
            errand.left -= time.monotonic() - now
            if arrived():
                return True
            if _reason and gdb.selected_thread() == thread:
                return False  # it would die of its signal
        return False
    finally:
        _lock(locking)


def _round(errand, others, began, now):
    """(whether the thread runs alone, for how many seconds)"""
    if errand.held:
        return True, min(errand.left, errand.held + BESIDE - now)
    alone = 0 if others else min(errand.left, began + ALONE - now)
    return (True, alone) if alone > 0 else (False, errand.left)


def _lock(value):
    gdb.execute("set scheduler-locking " + value, to_string=True)
