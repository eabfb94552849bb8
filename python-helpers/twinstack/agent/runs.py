"""How the program runs for an errand: first the thread concerned alone, so that the others stay where they are shown."""

import gdb

from ..errors import UserError
from .errands import Run

ALONE = 150  # milliseconds; the thread may wait for another one, as when another wants the GIL
TOGETHER = 2000
ROUNDS = 5
HANGS = "The program has not come back from what it was to do for the debugger, in %d seconds; it may hang in it."


def until(thread, has_arrived, others=False, rounds=ROUNDS):
    """A generator (errands): the thread has come to stop where ``has_arrived()`` says."""
    locking = gdb.parameter("scheduler-locking")
    try:
        for attempt in range(rounds):
            is_alone = attempt == 0 and not others
            _lock("on" if is_alone else "off")
            yield Run(thread.global_num, ALONE if is_alone else TOGETHER)
            if gdb.selected_thread() == thread and has_arrived():
                return
    finally:
        _lock(locking)
    raise UserError(HANGS % (rounds * TOGETHER // 1000))


def _lock(value):
    gdb.execute("set scheduler-locking " + value, to_string=True)
