"""What a signal will do to the program."""

import signal

import gdb

from ..commands import operation
from ..inferior import tasks

UNHURT_BY = "SigBlk", "SigIgn", "SigCgt"  # in proc_pid_status(5): what a thread blocks, and what the process ignores and handles
DEAD = "Z", "X"


@operation("dies-of")
def dies_of(name):
    """Whether the program dies of a signal such as "TERM" before it runs any more code of its own, or is dead already: {"dies"}."""
    return {"dies": is_deadly(gdb.selected_inferior().pid, getattr(signal, "SIG" + name))}


def is_deadly(pid, number):
    """Whether one of the process's threads takes the signal, and nobody handles or ignores it."""
    alive = [status for status in tasks.statuses(pid) if not status["State"].startswith(DEAD)]
    return not alive or any(_takes(status, 1 << number - 1) for status in alive)


def _takes(status, bit):
    return not any(tasks.signals(status, name) & bit for name in UNHURT_BY)
