"""Code of the user's that waits in C is woken: its system call comes back, interrupted by a signal for which the program has no use.

The agent has it raise KeyboardInterrupt while such code runs (inside/waking). Linux ignores SIGURG where nobody handles it, and GDB passes it
on unseen, so that one that comes late does nothing.
"""

import signal

import gdb

from ...inferior import targets, tasks
from ..arrival import safe_points
from ..talk import process
from ..talk.control import WAKE

MAY_WAKE, WAKES = 1, 2  # what the byte means
BIT = 1 << signal.SIGURG - 1
MASKS = "SigBlk", "SigCgt"  # in proc_pid_status(5): the signals that the main thread blocks, or that are handled, by C code, too


def allow(agent):
    """The agent may use the signal for the code that it runs next."""
    if _is_free() and agent.control.read(WAKE) == 0:
        agent.control.write(WAKE, MAY_WAKE)


def _is_free():
    if not targets.is_native():
        return False
    status = tasks.status("/proc/%d" % gdb.selected_inferior().pid)
    return bool(status) and not any(tasks.signals(status, name) & BIT for name in MASKS)


def wake(thread):
    """At the next resume of a thread, which is selected for that, if the agent waits for it there."""
    agent = process.current()
    if agent is None or thread != safe_points.main_thread() or agent.control.read(WAKE) != WAKES:
        return
    try:
        thread.switch()
        gdb.execute("queue-signal SIGURG", to_string=True)
    except gdb.error:  # the user has it not passed on
        pass
