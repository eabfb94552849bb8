"""How long code of the user's may run for the debugger; then it is interrupted as by Ctrl-C."""

import time

from ... import session
from ...inferior import thread_registers
from ...session import pointer
from ..arrival import safe_points
from ..calls import functions
from ..calls.errands import Run
from . import waking

TRIES, TRIES_IN_C = 40, 5  # for a thread that waits for the GIL, and for one that has given it up
PAUSE, LONGEST = 10, 320  # milliseconds between the first two, which double, and at most
TOO_LONG = "'%s' was interrupted, as it took longer than %g seconds; 'evaluationTimeout' in the launch configuration allows more."
INTERRUPTED = "'%s' was interrupted."
BLOCKED = "'%s' has not come back: it waits in C code, where it cannot be interrupted; let the program run on."


class Limit:
    """Of one piece of code. ``milliseconds``: from when on other threads run, too. ``was_reached``: in time or before, as nobody
    wanted to know any more."""

    def __init__(self, code, seconds):
        self._code, self._seconds, self.milliseconds = code, seconds, int(1000 * seconds)
        self._began, self._ended = time.monotonic(), None

    @property
    def was_reached(self):
        return self._ended is not None

    def reached(self, thread, is_over):
        """A generator (errands): the code that a thread runs gets a KeyboardInterrupt, as soon as it holds the GIL and unless it is over.
        One that comes behind its end is caught by the agent; to take it back would have CPython before 3.12 look for it for ever."""
        self._ended = time.monotonic()
        for attempt in range(TRIES):
            thread.switch()
            session.changed()
            gil = safe_points.gil(thread)
            if gil in safe_points.WITH_GIL:
                interrupt = pointer(functions.address("PyExc_KeyboardInterrupt"))
                yield from functions.called("PyThreadState_SetAsyncExc", thread_registers.pthread(thread), interrupt)
                return
            if gil in safe_points.WITHOUT_GIL:
                if attempt >= TRIES_IN_C:
                    return
                waking.wake(thread)
            yield Run(thread.global_num, min(PAUSE << attempt, LONGEST), False)
            if is_over():
                return

    def sentence(self, came_back):
        if not came_back:
            return BLOCKED % self._code
        in_time = self._ended - self._began >= self._seconds
        return TOO_LONG % (self._code, self._seconds) if in_time else INTERRUPTED % self._code
