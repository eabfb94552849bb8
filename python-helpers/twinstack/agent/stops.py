"""What a stop of the program is to the agent: the operation that is asked at each."""

import gdb

from ..commands import operation
from . import crossings, delivery, errands, process, safe_points, steps


@operation("python-stop")
def python_stop(unseen=False):
    """What the program has stopped for; asked at every stop, once Python breakpoints or steps were asked for. ``unseen``: it was
    interrupted for what is to be done, and will run on as it ran, also where it steps.

    An errand's answer (errands), of the errand that is under way or of the stop itself: {"stop": {"reason", "thread",
    "breakpoints": numbers, "message", "returned": the address of the object that the function has which a step has left} or null where it is none of the agent's, "resume": whether nobody is to see it}.
    """
    if errands.is_under_way():
        return errands.go_on()
    if errands.is_late():
        try:
            return errands.take_up()
        except errands.Late:
            pass  # the stop is another
    agent = process.current()
    if safe_points.has_arrived():
        return errands.begin(_resumed(delivery.started()))
    if agent is not None and agent.work:
        agent.work()
        return _answer(None, resume=True)
    crossing = None if unseen else crossings.taken_away()
    if crossing and crossing.is_return:
        return errands.begin(_resumed(steps.land()))
    if agent is None:
        process.forget_wanted()
        return errands.begin(_delivered(None)) if unseen and not errands.is_late() else _answer(None)
    if agent.untraced and not agent.stop and not errands.is_late():
        return errands.begin(_resumed(safe_points.trace_threads(agent)))
    stop = agent.stop or crossing and stop_of_step()
    if not agent.stop and not unseen:
        agent.forget_step()
    if agent.has_work() and not errands.is_late():
        return errands.begin(_delivered(stop))
    return _answer(stop)


def stop_of_step():
    """STOP where a step from Python has come to C code."""
    return {"reason": "step", "thread": gdb.selected_thread().global_num, "breakpoints": [], "message": None, "returned": None}


def _answer(stop, resume=False):
    return {"result": {"stop": stop, "resume": resume}}


def _resumed(work):
    """A stop of the agent's own."""
    yield from work
    return _answer(None, resume=True)["result"]


def _delivered(stop):
    """What was asked while the program ran is done now."""
    yield from delivery.deliver()
    return _answer(stop)["result"]
