"""What a stop of the program is to the agent: the operation that is asked at each."""

import gdb

from .. import selection
from ..commands import operation
from ..inferior import targets
from . import breakpoint_calls, breakpoints, crossings, delivery, ended_tracing, errands, exceptions, forked, injection, old_versions
from . import process, safe_points, steps, trace_functions


@operation("python-stop")
def python_stop(unseen=False, thread=0, hurry=False):
    """What the program has stopped for; asked at every stop, once Python breakpoints or steps were asked for. ``unseen``: it was
    interrupted for what is to be done, and will run on as it ran, also where it steps. ``thread``: GDB's number of the one that has stopped; 0: the
    selected one. ``hurry``: an errand that is under way is to end.

    An errand's answer (errands), of the errand that is under way or of the stop itself: {"stop": {"reason", "thread",
    "breakpoints": numbers, "message", "returned": the address of the object that the function has which a step has left} or null where it is none of the agent's, "resume": whether nobody is to see it}.
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
    if trace_functions.has_arrived():
        return _silently(trace_functions.traced_again())
    if ended_tracing.has_arrived():
        return _silently(ended_tracing.begun_again())
    if old_versions.has_arrived():
        old_versions.is_met()
        return _answer(None, resume=True)
    has_begun = injection.has_arrived()
    if has_begun and not injection.is_awaited():
        breakpoint_calls.watch()
        return _answer(None, resume=True)
    if has_begun or safe_points.has_arrived() or forked.has_arrived():
        return _silently(delivery.started())
    if breakpoint_calls.has_arrived():
        return _silently(breakpoint_calls.met())
    if agent is not None and agent.work:
        agent.work()
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
    stop = agent.stop_of(gdb.selected_thread().global_num)
    if agent.untraced and not stop and not errands.is_late():
        return _silently(safe_points.trace_threads(agent))
    stop = stop or crossing and stop_of_step() or None
    if not agent.stop and not unseen:
        agent.forget_step()
    return _delivering(stop) if agent.has_work() else _answer(stop)


def _is_wanted_here():
    """Whether the program, which is at the end of a connection and was not interrupted when the agent was asked for, was paused now."""
    return not targets.is_native() and safe_points.is_free() and (breakpoints.there_are() or exceptions.there_are())


def stop_of_step():
    """STOP where a step has come to C code that Python enters."""
    return {"reason": "step", "thread": gdb.selected_thread().global_num, "breakpoints": [], "message": None, "returned": None}


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
