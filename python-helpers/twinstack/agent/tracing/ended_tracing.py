"""Before CPython 3.12: the tracing that CPython ends by itself in a thread, as the trace function could not be called; where a recursion has left no room for
it, that is none of the program's concern, and the thread is traced on.

CPython: Python/sysmodule.c, trace_trampoline, which then calls _PyEval_SetTrace(thread, NULL, NULL) of Python/ceval.c, or in 3.8 PyEval_SetTrace(NULL, NULL).
"""

import gdb

from ... import session
from ...inferior.arguments import passed
from ...inferior.symbols import symbol
from ...quiet import quietly
from ..breakpoints import breakpoints, exceptions
from ..calls import functions
from ..places import returns
from ..places.arrivals import Arrival
from ..places.own_breakpoints import OwnBreakpoints
from ..talk import process
from . import event_filter, trace_functions

OF_THREAD, OF_CALLER = "_PyEval_SetTrace", "PyEval_SetTrace"

arrival = Arrival()  # told (PyThreadState, its c_tracefunc)
_there = OwnBreakpoints()  # the EndBreakpoint


class EndBreakpoint(gdb.Breakpoint):
    """Where CPython itself takes the agent's trace function away from a thread. ``FUNCTION``: which argument is the trace function in C."""

    FUNCTION = 1
    silent, agent = True, None

    def stop(self):
        thread, frame = gdb.selected_thread(), gdb.newest_frame()
        is_end = not passed(frame, self.FUNCTION)
        if trace_functions.is_setting(thread) or not is_end or not (breakpoints.there_are() or exceptions.there_are()):
            return False
        memory, ours = session.at_breakpoint().memory, self.agent.hello["trace"]
        for state in self.states(frame, thread):
            found = event_filter.trace_function(memory, state, ours)
            if found:
                returns.stop_behind(lambda: arrival.come((state, found[1])))
                break
        return False

    def states(self, frame, thread):
        """The PyThreadStates that it may be about."""
        return [passed(frame, 0)]


class EndBreakpointOf38(EndBreakpoint):
    FUNCTION = 0

    def states(self, frame, thread):
        return session.at_breakpoint().runtime.thread_states_of(thread)


def begun_again(state, function):
    """A generator (errands): the selected thread is traced on."""
    name, about = (OF_THREAD, [state]) if symbol(OF_THREAD) else (OF_CALLER, [])
    yield from functions.called(name, *about, function, process.current().hello["trace"])


def _watch(agent):
    if "settrace" in agent.hello:
        kind, name = (EndBreakpoint, OF_THREAD) if symbol(OF_THREAD) else (EndBreakpointOf38, OF_CALLER)
        found, _ = quietly(lambda: kind("*%d" % symbol(name), internal=True))
        found.agent = agent
        _there.append(found)


process.on_installed(_watch)
