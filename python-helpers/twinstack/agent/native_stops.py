"""Running the agent where the program stands in C code of the user's, or where such code has just returned to CPython.

A function that extensions may call anywhere can be called there, too: the thread holds the GIL, and the C code expects its objects
to change under it. What has been raised and not handled yet is kept aside.
"""

import gdb

from .. import inferior, session
from ..errors import NoPython, UserError
from . import c_code, functions, guards, safe_points, scratch

CANNOT = (
    "Python code cannot be run where thread %d stands: %s. It can where the program has stopped on a line of Python, at which a step ('next')"
    " ends, or in C code of an extension that holds the GIL."
)


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
    raised = yield from _set_aside()
    yield from functions.followed(safe_points.start(asking, limit), *raised)


def _set_aside():
    """A generator (errands): the call that brings back what has been raised."""
    if inferior.symbol("PyErr_GetRaisedException"):  # CPython 3.12 on
        return "PyErr_SetRaisedException", (yield from functions.called("PyErr_GetRaisedException"))
    memory = yield from scratch.made()
    places = [memory.raised + 8 * index for index in range(3)]
    yield from functions.called("PyErr_Fetch", *places)
    return ("PyErr_Restore", *session.debuggee().memory.pointers(memory.raised, len(places)))
