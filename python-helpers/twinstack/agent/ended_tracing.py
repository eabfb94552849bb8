"""Before CPython 3.12: the tracing that CPython ends by itself in a thread, as the trace function could not be called; where a recursion has left no room for
it, that is none of the program's concern, and the thread is traced on.

CPython: Python/sysmodule.c, trace_trampoline, which then calls _PyEval_SetTrace(thread, NULL, NULL) of Python/ceval.c (from 3.9 on).
"""

import gdb

from .. import session
from ..inferior.arguments import passed
from ..inferior.symbols import symbol
from ..quiet import quietly
from . import breakpoints, event_filter, exceptions, functions, process, returns, trace_functions
from .own_breakpoints import OwnBreakpoints

_there = OwnBreakpoints()  # the EndBreakpoint
_arrived = None  # (PyThreadState, its c_tracefunc)


class EndBreakpoint(gdb.Breakpoint):
    """At _PyEval_SetTrace, where CPython itself takes the agent's trace function away from a thread."""

    silent, agent = True, None

    def stop(self):
        thread, frame = gdb.selected_thread(), gdb.newest_frame()
        state, function = passed(frame, 0), passed(frame, 1)
        if trace_functions.is_setting(thread) or function or not (breakpoints.there_are() or exceptions.there_are()):
            return False
        found = event_filter.trace_function(session.at_breakpoint().memory, state, self.agent.hello["trace"])
        if found:
            returns.stop_behind(lambda: _has_ended(state, found[1]))
        return False


def _has_ended(*tracing):
    global _arrived
    _arrived = tracing


def has_arrived():
    """Whether the program has stopped where a thread's tracing has ended."""
    return _arrived is not None


def begun_again():
    """A generator (errands): the selected thread is traced on."""
    global _arrived
    (state, function), _arrived = _arrived, None
    yield from functions.called("_PyEval_SetTrace", state, function, process.current().hello["trace"])


def _forget(event=None):
    """The process in which the thread stopped is gone."""
    global _arrived
    _arrived = None


def _watch(agent):
    address = symbol("_PyEval_SetTrace")
    if "settrace" in agent.hello and address:
        found, _ = quietly(lambda: EndBreakpoint("*%d" % address, internal=True))
        found.agent = agent
        _there.append(found)


process.on_installed(_watch)
process.on_replaced(_forget)
gdb.events.exited.connect(_forget)
