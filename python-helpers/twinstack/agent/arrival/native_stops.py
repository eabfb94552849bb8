"""Running the agent where the program stands in C code of the user's, or where such code has just returned to CPython.

A function that extensions may call anywhere can be called there, too: the thread holds the GIL, and the C code expects its objects
to change under it. What has been raised and not handled yet is kept aside.
"""

import gdb

from ... import session
from ...errors import NoPython, UserError
from ..border import c_code, guards
from ..calls import functions
from . import safe_points

CANNOT = (
    "Python code cannot be run where thread %d stands: %s. It can where the program has stopped on a line of Python, at which a step ('next')"
    " ends, or in C code of an extension that holds the GIL."
)
BRING_BACK = {3: "PyErr_Restore", 1: "PyErr_SetRaisedException"}  # by how many parts what is raised has: one from CPython 3.12 on


def refusal(has_returned=False):
    """Why no Python code can be run in the selected thread now, or None. ``has_returned``: it is known to stand where a C
    function has just returned."""
    frame = gdb.newest_frame()
    try:
        if not has_returned and not c_code.is_users(frame.pc()):
            return "it is not in C code of an extension"
    except NoPython:
        return "CPython cannot be read there"
    if safe_points.gil(gdb.selected_thread()) not in safe_points.WITH_GIL:
        return "it does not hold the GIL"
    return guards.reason(frame)


class CannotRun(UserError):
    """No code of the program can be run where a thread stands."""

    def __init__(self, thread, reason):
        super().__init__(CANNOT % (thread.global_num, reason))


def polled(has_returned=False, asking=None, limit=None):
    """A generator (errands): what the agent is asked for is done, in the selected thread; the arguments as of safe_points.start.
    Raises CannotRun where it cannot be."""
    thread, reason = gdb.selected_thread(), refusal(has_returned)
    if reason:
        raise CannotRun(thread, reason)
    python, work = session.python(), safe_points.start(asking, limit)
    raised = python.raised.set_aside(python.gils.standing(thread, python.thread_states_of(thread)).state)
    yield from functions.followed(work, BRING_BACK[len(raised)], *raised) if raised else work
