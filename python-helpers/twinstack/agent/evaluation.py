"""Code of the user's in the scope of a Python frame: what DAP's evaluate asks for in the debug console, and the setting of values."""

import gdb

from .. import merge, selection, session, thread_registers
from ..commands import operation
from ..errors import UserError
from . import errands, functions, native_stops, process, safe_points, waking
from .limits import Limit
from .runs import StoppedElsewhere

SECONDS = 10


@operation("python-evaluate")
def python_evaluate(thread, frame, expression, seconds=SECONDS):
    """Run an expression or statements in the scope of a Python frame, in the program, for so many seconds at most.

    An errand's answer (errands): {"object": address of the value, or null for statements, "refused": why no code can be run here, or
    null}. Raises UserError with Python's exception.
    """
    selected = selection.thread(thread)
    depth = _depth(selected, int(frame, 0))
    return errands.begin(_answered(selected, Limit(expression, seconds), "evaluate", expression, depth=depth))


@operation("python-assign")
def python_assign(thread, target, value, frame=None, parent=None, outside=False, seconds=SECONDS):
    """Set what ``target`` leads to in a Python frame (null: the thread's newest) to the value of an expression there; as ``python-evaluate``, with
    the value that is there then.

    ``target``: a name, attribute or item; with ``parent``, the address of an object, the access to a child of it (VARIABLE's); ``outside``: a
    global name.
    """
    selected = selection.thread(thread)
    depth = _depth(selected, frame and int(frame, 0))
    words = "assign", target, value
    limit = Limit("%s = %s" % (target, value), seconds)
    parent = parent and int(parent, 0)
    return errands.begin(_answered(selected, limit, *words, depth=depth, parent=parent, more=(bool(parent), outside)))


def _depth(thread, address):
    """How many Python frames are above the one at an address; None: the newest."""
    if address is None:
        return 0
    found = session.python().stacks.frame(address, thread.global_num)
    shown = (each for each in session.python().stacks.of(thread) if isinstance(each, merge.Placed))
    depths = (depth for depth, each in enumerate(shown) if each.frame.address == found.address)
    depth = next(depths, None)
    if depth is None:
        raise UserError("This frame has no certain place in its thread's stack, so that nothing can be evaluated in it; select another.")
    return depth


def _answered(thread, limit, *words, depth, parent=None, more=()):
    """A generator (errands): what the agent answers to a command."""
    replies, words = [], words + (thread_registers.pthread(thread), depth) + more

    def asking(agent):
        if parent:
            yield from functions.called("PyList_Append", agent.results, parent)
        waking.allow(agent)
        agent.ask(*words, done=lambda *reply: replies.append(reply))

    try:
        yield from _in_time(thread, asking, limit)
    except native_stops.CannotRun as error:
        return {"object": None, "refused": str(error)}
    found, error, changed, has_deleted = _value(replies, limit)
    if changed:  # before CPython 3.13 f_locals is a copy
        yield from functions.called("PyFrame_LocalsToFast", changed, int(has_deleted))
    session.changed()
    if error:
        raise UserError(limit.sentence(came_back=True) if limit.was_reached else error)
    return {"object": found and hex(found), "refused": None}


def _value(replies, limit):
    value, error = replies[0]
    if error:
        raise UserError(limit.sentence(came_back=True) if limit.was_reached else error)
    return value


def _in_time(thread, asking, limit):
    """A generator (errands): the code runs, to its end or until it is interrupted."""
    try:
        yield from _asked(thread, asking, limit)
    except (StoppedElsewhere, native_stops.CannotRun):
        raise
    except UserError:
        if limit.was_reached:
            raise UserError(limit.sentence(came_back=False))
        raise


def _asked(thread, asking, limit):
    """A generator (errands): in the thread that stands in the agent; in that which has the frame, or holds the GIL, where it stands
    in C code of the user's; or in the main thread, where that is blocked."""
    if gdb.current_recording() is not None:
        raise native_stops.CannotRun(thread, "GDB records the program")
    agent = process.current()
    if agent is not None and agent.stands():
        agent.holder.switch()
        yield from asking(agent)
        yield from agent.converse(limit)
        return
    for each in [thread] + _holders():
        each.switch()
        if native_stops.refusal() is None:
            yield from native_stops.polled(asking=asking, limit=limit)
            return
    if safe_points.is_blocked(safe_points.main_thread()):
        yield from safe_points.in_blocked(safe_points.main_thread(), asking, limit)
        return
    thread.switch()
    raise native_stops.CannotRun(thread, native_stops.refusal())


def _holders():
    return [each for each in gdb.selected_inferior().threads() if safe_points.gil(each) in safe_points.WITH_GIL]
