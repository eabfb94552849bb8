"""Code of the user's in the scope of a Python frame: what DAP's evaluate asks for in the debug console."""

from .. import inferior, merge, selection, session, variables
from ..commands import operation
from ..errors import UserError
from . import errands, functions, native_stops, process, safe_points
from .mailboxes import pointer

LONG = "'%s' was interrupted, as it took longer than two seconds."


@operation("python-evaluate")
def python_evaluate(thread, frame, expression):
    """Run an expression or statements in the scope of a Python frame, in the program. An errand's answer (errands): {"variable":
    VARIABLE of the value, or null for statements}. Raises UserError with Python's exception, or where no code can be run."""
    selected = selection.thread(thread)
    return errands.begin(_evaluated(selected, _depth(selected, int(frame, 0)), expression))


def _depth(thread, address):
    """How many Python frames are above the one at an address."""
    found = session.python().stacks.frame(address, thread.global_num)
    shown = (each for each in session.python().stacks.of(thread) if isinstance(each, merge.Placed))
    return next(depth for depth, each in enumerate(shown) if each.frame.address == found.address)


def _evaluated(thread, depth, expression):
    replies, interrupts = [], []
    errands.under_way().interrupt = lambda: _interrupted(thread, interrupts)

    def ask(agent):
        agent.ask("evaluate", expression, inferior.pthread(thread), depth, done=lambda *reply: replies.append(reply))

    agent = process.current()
    if agent is not None and agent.stands():
        ask(agent)
        yield from agent.converse()
    else:
        yield from native_stops.polled(asking=ask)
    if interrupts:  # it may have ended just before
        yield from functions.called(*interrupts, 0)
    value, error = replies[0]
    if error and interrupts:
        raise UserError(LONG % expression)
    if error:
        raise UserError(error)
    found, changed = value
    if changed:  # before CPython 3.13 f_locals is a copy
        yield from functions.called("PyFrame_LocalsToFast", changed, 0)
    session.changed()
    readers = session.python().readers
    return {"variable": variables.variable(readers, expression, found) if found else None}


def _interrupted(thread, interrupts):
    """A generator (errands): code that does not end gets a KeyboardInterrupt; not where it waits without the GIL, in C code."""
    thread.switch()
    if safe_points.gil(thread) in safe_points.WITH_GIL:
        interrupts += ["PyThreadState_SetAsyncExc", inferior.pthread(thread)]
        yield from functions.called(*interrupts, pointer(functions.address("PyExc_KeyboardInterrupt")))
