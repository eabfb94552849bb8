"""What a stop of the program is to the agent: the operation that is asked at each."""

from ..commands import operation
from . import breakpoints, errands, process, safe_points


@operation("python-stop")
def python_stop(unseen=False):
    """What the program has stopped for; asked at every stop, once Python breakpoints or steps were asked for. ``unseen``: the program is
    to run on as it ran, also where it steps.

    An errand's answer (errands), of the errand that is under way or of the stop itself: {"stop": {"reason", "thread",
    "breakpoints": numbers, "message"} or null where it is none of the agent's, "resume": whether nobody is to see it}.
    """
    if errands.is_under_way():
        return errands.go_on()
    agent = process.current()
    if safe_points.has_arrived():
        return errands.begin(_resumed(safe_points.start()))
    if agent is None:
        return _answer(None)
    if agent.untraced and not agent.stop:
        return errands.begin(_resumed(safe_points.trace_threads(agent)))
    if not agent.stop and not unseen:
        agent.forget_step()
    if agent.has_work():
        return errands.begin(_delivered(agent))
    return _answer(agent.stop)


def _answer(stop, resume=False):
    return {"result": {"stop": stop, "resume": resume}}


def _resumed(work):
    """A stop of the agent's own."""
    yield from work
    return _answer(None, resume=True)["result"]


def _delivered(agent):
    """What was asked while the program ran is done now."""
    stop = agent.stop
    yield from safe_points.deliver()
    return _answer(stop)["result"]
