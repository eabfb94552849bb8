"""What a stop of the program is to the agent: the operation that is asked at each."""

import gdb

from .. import selection
from ..commands import operation
from ..inferior import targets
from ..mi import unasked
from .arrival import delivery, forked, injection, old_versions, safe_points
from .border import crossings
from .breakpoints import breakpoint_calls, breakpoints, exceptions
from .calls import errands
from .steps import steps
from .talk import process
from .tracing import ended_tracing, trace_functions


@operation("python-stop")
def python_stop(unseen=False, thread=0, hurry=False):
    """What the program has stopped for; asked at every stop, once Python breakpoints or steps were asked for.

    ``unseen``: it was interrupted for what is to be done, and will run on as it ran, also where it steps.
    ``thread``: GDB's number of the one that has stopped; 0: the selected one, and an errand that is under way goes on.
    ``hurry``: that errand is to end.

    An errand's answer (errands), of the errand that is under way or of the stop itself: {"stop": STOP, or null where it is none of the agent's,
    "resume": whether the program is to run on, and nobody to see that it has stopped}. STOP: {"reason": DAP's, "thread": GDB's number, "breakpoints": their
    numbers as texts, "message": what is said of a condition that has failed, or null, "returned": address of the object that the function has
    returned which a step has left, or null, "atLine": whether the thread's newest frame is one of Python, and not of C code that Python has entered}.
    """
    if errands.is_under_way() and not thread:
        if hurry:
            errands.hurry()
        return errands.go_on()
    if thread:
        selection.thread(thread).switch()
    if errands.is_late() or errands.is_under_way():  # the latter where it was not seen to stand again
        try:
            return errands.take_up()
        except errands.Late:
            pass  # the stop is another
    return _met(process.current(), unseen)


def _met(agent, unseen):
    """What the thread that is selected has stopped for, where no errand is under way."""
    if trace_functions.arrival.taken():
        return _silently(trace_functions.traced_again())
    ended = ended_tracing.arrival.taken()
    if ended:
        return _silently(ended_tracing.begun_again(*ended))
    if old_versions.arrival.taken():
        old_versions.is_met()
        return _answer(None, resume=True)
    has_begun = injection.arrival.taken()
    if has_begun and not injection.is_awaited():
        breakpoint_calls.watch()
        return _answer(None, resume=True)
    if has_begun or safe_points.arrival.taken() or forked.arrival.taken():
        return _silently(delivery.started())
    if breakpoint_calls.arrival.taken():
        return _silently(breakpoint_calls.met())
    if agent is not None and agent.stand.work:
        agent.stand.work()
        return _answer(None, resume=True)
    if not unseen and crossings.is_passed_by():
        return _answer(None, resume=True)
    crossing = None if unseen else crossings.taken_away()
    if crossing and crossing.is_return:
        return _silently(steps.land())
    if agent is None:
        if not unseen:
            process.forget_wanted()
        return _delivering(None) if unseen or _is_wanted_here() else _answer(crossing and stop_of_step())
    own = agent.stop_of(gdb.selected_thread().global_num)
    if agent.untraced and not own and not errands.is_late():
        return _silently(safe_points.trace_threads(agent))
    if not own and not unseen:
        agent.forget_step()
    stop = own or crossing and stop_of_step() or None
    return _delivering(stop) if agent.commands.are_waiting() else _answer(stop)


def _foretell(agent):
    """An event "python-stop", {"reason"...} as the answer has it, before GDB tells of a stop at which there is nothing else to do: it need not be asked."""
    is_more_to_do = agent.stand.work or agent.untraced or agent.commands.are_waiting() or crossings.are_awaited()
    if not (is_more_to_do or errands.is_under_way() or errands.is_late()):
        unasked.event("python-stop", **agent.stand.stop)


def _foretells(agent):
    agent.tell_stop = lambda: _foretell(agent)


def _is_wanted_here():
    """Whether the program, which is at the end of a connection and was not interrupted when the agent was asked for, was paused now."""
    return not targets.is_native() and safe_points.is_free() and (breakpoints.there_are() or exceptions.there_are())


def stop_of_step():
    """STOP where a step has come to C code that Python enters."""
    return {"reason": "step", "thread": gdb.selected_thread().global_num, "breakpoints": [], "message": None, "returned": None, "atLine": False}


def _answer(stop, resume=False):
    return {"result": {"stop": stop, "resume": resume}}


def _silently(work):
    """A stop of the agent's own."""
    return _answered(work, _answer(None, resume=True)["result"])


def _delivering(stop):
    """What was asked while the program ran is done now."""
    return _answered(delivery.deliver(), _answer(stop)["result"])


def _answered(work, result):
    def errand():
        yield from work
        return result

    return errands.begin(errand(), lambda: result)


process.on_installed(_foretells)
