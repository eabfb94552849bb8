"""How long code of the user's may run for the debugger; then it is interrupted as by Ctrl-C."""

import time

from .. import session, thread_registers
from . import functions, safe_points
from .errands import Run
from .mailboxes import pointer

TRIES, PAUSE = 20, 10  # milliseconds between them, in which the thread may get the GIL
TOO_LONG = "'%s' was interrupted, as it took longer than %g seconds; 'evaluationTimeout' in the launch configuration allows more."
INTERRUPTED = "'%s' was interrupted."
BLOCKED = "'%s' has not come back: it waits in C code, where it cannot be interrupted; let the program run on."


class Limit:
    """Of one piece of code. ``milliseconds``: from when on other threads run, too. ``was_reached``: in time or before, as nobody
    wanted to know any more."""

    def __init__(self, code, seconds):
        self._code, self._seconds, self.milliseconds = code, seconds, int(1000 * seconds)
        self._began, self._ended, self._interrupted = time.monotonic(), None, None

    @property
    def was_reached(self):
        return self._ended is not None

    def reached(self, thread, is_over):
        """A generator (errands): the code that a thread runs gets a KeyboardInterrupt, as soon as it holds the GIL and unless it is over."""
        self._ended, self._interrupted = time.monotonic(), thread
        for _ in range(TRIES):
            thread.switch()
            session.changed()
            if safe_points.gil(thread) in safe_points.WITH_GIL:
                yield from self._raised(pointer(functions.address("PyExc_KeyboardInterrupt")))
                return
            yield Run(thread.global_num, PAUSE, False)
            if is_over():
                return

    def withdrawn(self):
        """A generator (errands): the code has come back; an exception that came too late is not raised in the program."""
        yield from self._raised(0)

    def _raised(self, exception):
        return functions.called("PyThreadState_SetAsyncExc", thread_registers.pthread(self._interrupted), exception)

    def sentence(self, came_back):
        if not came_back:
            return BLOCKED % self._code
        in_time = self._ended - self._began >= self._seconds
        return TOO_LONG % (self._code, self._seconds) if in_time else INTERRUPTED % self._code
