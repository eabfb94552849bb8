"""Code of the user's in the scope of a Python frame: what DAP's evaluate asks for in the debug console, and the setting of values."""

import gdb

from ... import selection, session
from ...commands import operation
from ...errors import UserError
from ...inferior import thread_registers
from ...stack import merge
from ..arrival import native_stops, next_safe_point, safe_points
from ..calls import errands, functions
from ..calls.runs import StoppedElsewhere
from ..talk import process
from . import waking
from .limits import Limit

SECONDS = 10


@operation("python-evaluate")
def python_evaluate(thread, frame, expression, seconds=SECONDS, returned=False, console=False):
    """Run an expression or statements in the scope of a Python frame, in the program, for so many seconds at most.

    ``returned``: the thread stands where a C function has just returned to CPython, as at the end of a step out.
    ``console``: the program's terminal is the client's debug console, where what is typed goes to the program only while that runs.

    An errand's answer (errands): {"object": address of the value, or null for statements, "refused": why no code can be run here, or
    null}. Raises UserError with Python's exception.
    """
    place = Place(selection.thread(thread), int(frame, 0), returned)
    words = lambda: ("evaluate", expression, *place.where(), console)
    return errands.begin(_object(place, Limit(expression, seconds), words))


@operation("python-assign")
def python_assign(thread, target, value, frame=None, parent=None, outside=False, seconds=SECONDS, returned=False):
    """Set what ``target`` leads to in a Python frame (null: the thread's newest) to the value of an expression there; as ``python-evaluate``, with
    the value that is there then.

    ``target``: a name, attribute or item; with ``parent``, the address of an object, the access to a child of it (VARIABLE's); ``outside``: a
    global name.
    """
    place = Place(selection.thread(thread), frame and int(frame, 0), returned)
    words = lambda: ("assign", target, value, *place.where(), bool(parent), outside)
    limit = Limit("%s = %s" % (target, value), seconds)
    return errands.begin(_object(place, limit, words, parent and int(parent, 0)))


@operation("python-repr")
def python_repr(thread, object, seconds=SECONDS, returned=False):
    """Call repr() for the object at an address, where the program stands: were it to run on first, the object might be gone. As
    ``python-evaluate``, with {"text", "refused"}."""
    place = Place(selection.thread(thread), None, returned, stays=True)
    return errands.begin(_text(place, Limit("repr()", seconds), int(object, 0)))


class Place:
    """A Python frame of a thread by its address, None: the newest. ``depth``: how many Python frames are above it; ``returned``: as of python-evaluate;
    ``stays``: the program must not run on to where code can be run."""

    def __init__(self, thread, address, returned, stays=False):
        self.thread, self._address, self._returned, self.stays = thread, address, returned, stays
        self._code = address and session.python().stacks.frame(address, thread.global_num).code.address
        self.depth = 0
        if not self._is_found():
            raise UserError("This frame has no certain place in its thread's stack, so that nothing can be evaluated in it; select another.")

    def _is_found(self):
        if self._address is None:
            return True
        shown = (each.frame for each in session.python().stacks.of(self.thread) if isinstance(each, merge.Placed))
        depths = (depth for depth, each in enumerate(shown) if (each.address, each.code.address) == (self._address, self._code))
        self.depth = next(depths, None)
        return self.depth is not None

    def where(self):
        """The thread and the depth, as the agent takes them."""
        return thread_registers.pthread(self.thread), self.depth

    def has_returned(self, thread):
        """Whether it is that thread to which a C function has just returned."""
        return self._returned and thread == self.thread

    def find_again(self):
        """The program has run on to its next safe point."""
        if not self._is_found():
            raise next_safe_point.Gone()


def _object(place, limit, words, parent=None):
    """A generator (errands): the answer to a command that gives an object."""
    found, refused = yield from _answered(place, limit, words, parent)
    return {"object": found and hex(found), "refused": refused}


def _text(place, limit, object):
    """A generator (errands): the answer to the command "represent"."""
    found, refused = yield from _answered(place, limit, lambda: ("represent",), object)
    return {"text": found, "refused": refused}


def _answered(place, limit, words, last=None):
    """A generator (errands): (what the agent answers to a command, why it cannot be asked or None). ``words()``: the command; ``last``: address of an object that it
    finds as the last of ``results``."""
    replies = []

    def asking(agent):
        if last:
            yield from functions.called("PyList_Append", agent.results, last)
        waking.allow(agent)
        agent.commands.ask(*words(), done=lambda *reply: replies.append(reply))

    def finishing(work):
        yield from work
        value, _ = replies[0]
        if value and value[2:] and value[2]:  # before CPython 3.13 f_locals is a copy; who writes it back has to hold the GIL still
            yield from functions.called("PyFrame_LocalsToFast", value[2], int(value[3]))

    try:
        yield from _in_time(place, asking, finishing, limit)
    except (native_stops.CannotRun, next_safe_point.Gone) as error:
        return None, str(error)
    found, error, *_ = _value(replies, limit)
    session.changed()
    if error:
        raise UserError(limit.sentence(came_back=True) if limit.was_reached else error)
    return found, None


def _value(replies, limit):
    value, error = replies[0]
    if error:
        raise UserError(limit.sentence(came_back=True) if limit.was_reached else error)
    return value


def _in_time(place, asking, finishing, limit):
    """A generator (errands): the code runs, to its end or until it is interrupted."""
    try:
        yield from _asked(place, asking, finishing, limit)
    except (StoppedElsewhere, native_stops.CannotRun, next_safe_point.Gone):
        raise
    except UserError:
        if limit.was_reached:
            raise UserError(limit.sentence(came_back=False))
        raise


def _asked(place, asking, finishing, limit):
    """A generator (errands): in the thread that stands in the agent; in that which has the frame, or holds the GIL, where it stands
    in C code of the user's, or where such code has just returned; or in the main thread, where that runs outside of CPython, or at its next safe point where it was paused in Python."""
    if gdb.current_recording() is not None:
        raise native_stops.CannotRun(place.thread, "GDB records the program")
    if _stands():
        yield from finishing(_conversed(asking, limit))
        return
    for each in [place.thread] + _holders():
        each.switch()
        if native_stops.refusal(place.has_returned(each)) is None:
            yield from finishing(native_stops.polled(place.has_returned(each), asking, limit))
            return
    main = safe_points.main_thread()
    if place.stays:
        raise _cannot_run(place)
    if safe_points.is_outside(main):
        yield from safe_points.with_gil(main, finishing(safe_points.start(asking, limit)))
    elif next_safe_point.is_near():
        yield from next_safe_point.come()
        place.find_again()
        yield from finishing(_conversed(asking, limit))
    else:
        raise _cannot_run(place)


def _cannot_run(place):
    place.thread.switch()
    return native_stops.CannotRun(place.thread, native_stops.refusal(place.has_returned(place.thread)))


def _stands():
    agent = process.current()
    return agent is not None and agent.stands()


def _conversed(asking, limit):
    """A generator (errands): in the thread that stands in the agent."""
    agent = process.current()
    agent.stand.holder.switch()
    yield from asking(agent)
    yield from agent.converse(limit)


def _holders():
    return [each for each in gdb.selected_inferior().threads() if safe_points.gil(each) in safe_points.WITH_GIL]
