"""Whether a process that runs, as far as GDB has looked, is about to stop by a SIGSTOP that it was sent."""

import signal

from ..inferior import tasks


def is_one(pid):
    """The signal waits in it (a SIGCONT takes it back), or one of its threads has stopped already; of a process that has ended, True."""
    statuses = tasks.statuses(pid)
    return not statuses or any(_has_one(status) for status in statuses)


def _has_one(status):
    pending = tasks.signals(status, "SigPnd") | tasks.signals(status, "ShdPnd")
    return status["State"].startswith("t") or bool(pending >> signal.SIGSTOP - 1 & 1)
