"""Where the user of GDB stands: the selected thread's stack from the selected frame on."""

import contextlib
import itertools

import gdb

from .. import session
from ..errors import NoPython
from ..stack.merge import Placed
from . import calls

NOWHERE = "Unable to locate python frame"

_first = None  # the PythonFrame that a client has selected among those of one evaluator frame


class Level:
    """A frame of GDB's backtrace that means something in Python: an evaluator with the ``frames``
    that it runs, newest first (an iterator), or a ``call`` that it makes for Python (a text).
    ``native``: the unwind.NativeFrame, None for Python frames whose place is not known."""

    __slots__ = ("native", "frames", "call")

    def __init__(self, native, frames, call=None):
        self.native, self.frames, self.call = native, frames, call

    @property
    def number(self):
        """As GDB's backtrace numbers it; "?" without a place."""
        return "?" if self.native is None else self.native.level


def python():
    """The Runtime. Raises errors.NoPython with the reason."""
    session.debuggee()
    return session.python()


def stack():
    """(Runtime, stacks.Stack) of the selected thread. Raises errors.NoPython with the reason."""
    session.debuggee()
    found, reason = session.merged_stack(gdb.selected_thread())
    if found is None:
        raise NoPython(reason or str(absence()))
    return session.python(), found


def absence():
    try:
        session.python()
    except NoPython as error:
        return error


def levels(python, frames):
    """The Levels among Placed and NativeFrames. Those of one must be used before the next one."""
    for native, run in itertools.groupby(frames, evaluator):
        first = next(run)
        if isinstance(first, Placed):
            rest = (placed.frame for placed in run)
            yield Level(native, itertools.chain([first.frame], rest))
        else:
            call = calls.described(python, native)
            if call:
                yield Level(native, (), call)


def evaluator(each):
    return each.native if isinstance(each, Placed) else each


def from_here(found):
    """The Placed and NativeFrames of a Stack from the selected frame on."""
    number = selected_level()
    if _first is not None:
        return itertools.dropwhile(is_before_first, found)
    return itertools.dropwhile(lambda each: is_newer(evaluator(each), number), found)


def is_newer(native, number):
    return number > 0 and (native is None or native.level < number)


def is_before_first(each):
    return not isinstance(each, Placed) or each.frame.address != _first.address


def selected_level():
    """The number of the selected frame; GDB 10 does not tell."""
    frame, level = gdb.selected_frame(), 0
    if hasattr(frame, "level"):
        return frame.level()
    while frame.newer() is not None:
        frame, level = frame.newer(), level + 1
    return level


@contextlib.contextmanager
def standing_at(frame):
    """Within it the commands take this PythonFrame, not the newest of its evaluator's, for the
    selected one."""
    global _first
    _first = frame
    try:
        yield
    finally:
        _first = None


def selected_frame():
    """(Runtime, the newest PythonFrame of the selected frame or of the next older one that runs
    Python; None without any)."""
    python, found = stack()
    frames = (frame for level in levels(python, from_here(found)) for frame in level.frames)
    return python, next(frames, None)


def selected_frames():
    """The same with all the PythonFrames that this evaluator runs, newest first, as an iterator."""
    python, found = stack()
    running = (level.frames for level in levels(python, from_here(found)) if not level.call)
    return python, next(running, ())
