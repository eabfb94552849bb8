"""Trace functions of the program's own (sys.settrace), before CPython 3.12: a thread has one, and the agent's is gone with it until
the program takes its own away.

CPython: Python/sysmodule.c, sys_settrace, which takes one argument (METH_O); C code (coverage's tracer) calls PyEval_SetTrace(function, object)
of Python/ceval.c, as sys_settrace does in CPython 3.8.
"""

import gdb

from ...inferior.arguments import passed
from ...inferior.symbols import symbol
from ...mi import unasked
from ...quiet import quietly
from ..arrival import native_stops
from ..breakpoints import breakpoints, exceptions
from ..places import returns
from ..places.arrivals import Arrival
from ..places.own_breakpoints import OwnBreakpoints
from ..talk import process
from ..talk.control import SETS_TRACE

TAKEN = "The program has set a trace function of its own (sys.settrace), as coverage and pdb do: lines and exceptions of Python do not stop it until it takes that away."
IN_THREAD = "Thread %d of the program has set a trace function of its own (sys.settrace): lines and exceptions of Python do not stop that thread until it takes that away."

arrival = Arrival()  # where the thread has no trace function of the program's any more
_there = OwnBreakpoints()  # breakpoints
_taken = set()  # the numbers of threads with a trace function of the program's
_setting = set()  # the numbers of threads in which somebody sets or takes away one


class TraceBreakpoint(gdb.Breakpoint):
    """At the C code of sys.settrace. ``ours``: the agent's trace function; ``none``: None."""

    silent, ours, none, agent = True, 0, 0, None

    def stop(self):
        thread, function = gdb.selected_thread(), self.passed_to(gdb.newest_frame())
        _setting.add(thread.global_num)
        if self.agent.control.read(SETS_TRACE):  # it is the agent itself
            return False
        was_taken = thread.global_num in _taken
        _taken.discard(thread.global_num)
        if not breakpoints.there_are() and not exceptions.there_are():
            return False
        if function == self.none or function == self.ours and was_taken:
            returns.stop_behind(arrival.come)
        elif function != self.ours:
            _taken.add(thread.global_num)
            _tell(thread)
        return False

    def passed_to(self, frame):
        """The trace function that is to be."""
        return passed(frame, 1)


class CTraceBreakpoint(TraceBreakpoint):
    """At PyEval_SetTrace, by which C code sets the trace function of its thread. What sys.settrace does there was seen before, and that the agent's
    function is taken away is not the program's doing (ended_tracing)."""

    def stop(self):
        number = gdb.selected_thread().global_num
        is_end = number not in _taken and self.passed_to(gdb.newest_frame()) == self.none
        return False if is_end or number in _setting else super().stop()

    def passed_to(self, frame):
        return passed(frame, 1) if passed(frame, 0) else self.none


def is_setting(thread):
    """Whether somebody sets or takes away the trace function of a thread by a function that is there for that. True once."""
    number = thread.global_num
    is_there = number in _setting
    _setting.discard(number)
    return is_there


def traced_again():
    """A generator (errands): the selected thread has the agent's trace function again."""
    agent = process.current()
    breakpoints.ask_again(agent)
    exceptions.ask_again(agent)
    yield from native_stops.polled(has_returned=True)


def _tell(thread):
    if thread.ptid[1] == gdb.selected_inferior().pid:
        breakpoints.tell_lost(TAKEN)
        exceptions.tell(TAKEN)
        unasked.sentence(TAKEN)
    else:
        unasked.sentence(IN_THREAD % thread.global_num)


def _watch(agent):
    if "settrace" not in agent.hello:
        return
    for kind, address in (TraceBreakpoint, agent.entry("settrace")), (CTraceBreakpoint, symbol("PyEval_SetTrace")):
        found, _ = quietly(lambda: kind("*%d" % address, internal=True))
        found.ours, found.none = agent.hello["trace"], agent.hello["none"]
        found.agent = agent
        _there.append(found)


def forget():
    """The program goes on without the debugger."""
    _there.forget()
    _forget_threads()


def _forget_threads(event=None):
    """They are gone, or nobody's concern any more."""
    _taken.clear()
    _setting.clear()


process.on_installed(_watch)
process.on_replaced(_forget_threads)
gdb.events.exited.connect(_forget_threads)
