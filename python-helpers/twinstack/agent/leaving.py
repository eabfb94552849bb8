"""Taking the agent out of a program that goes on without the debugger."""

import gdb

from ..commands import operation
from .arrival import safe_points
from .calls import errands, scratch
from .talk import process
from .tracing import trace_functions


@operation("leave-python")
def leave_python():
    """Before GDB detaches: nothing of Python breakpoints and steps is left in the program. An errand's answer (errands): {}.

    What can be taken away only by Python code is at the next safe point, also when GDB is gone by then; until then it does nothing.
    """
    agent = process.current()
    trace_functions.forget()
    if errands.is_late():
        return _let_go(agent)
    if agent is None or not gdb.selected_inferior().pid:
        return {"result": {}}
    return errands.begin(_left(agent))


def _let_go(agent):
    """A thread runs in the midst of what it does for the debugger; it comes back, and the agent leaves when it runs next."""
    scratch.let_go()
    errands.let_go()
    if agent is not None:
        agent.left()
        process.removed()
    return {"result": {}}


def _left(agent):
    if agent.stands():
        agent.commands.ask("leave")
        yield from agent.converse()
    else:
        yield from safe_points.pending(safe_points.main_thread(), process.LEAVE)
    agent.left()
    process.removed()
    return {}
