"""Threads that CPython learns of later, before CPython 3.12, where a trace function is a thread's own: those that C code makes (PyGILState_Ensure,
PyThreadState_New) have the agent's from their beginning.

Each PyThreadState is noted by pthread_setspecific in its thread, before that runs any Python code (Python/pystate.c,
_PyGILState_NoteThreadStateForCurrent). What _PyEval_SetTrace does is written there: c_tracefunc, c_traceobj, and that there is any. Before CPython 3.10
it also counts the threads with a trace function, and lines are told in none of them where the count is 0: it goes down in each that loses its own.
"""

import struct

import gdb

from ... import session
from ...errors import CorruptMemory, NoPython
from ...inferior.arguments import passed
from ...inferior.symbols import symbol
from ...mi import unasked
from ...quiet import quietly
from ..breakpoints import breakpoints, exceptions
from ..places.own_breakpoints import OwnBreakpoints
from ..talk import process
from . import event_filter

TRACEOBJ = 16  # behind c_tracefunc
USE_TRACING = -12  # from c_tracefunc, in CPython 3.8 and 3.9; then the first byte of the CFrame
REFERENCES = 1 << 30  # of threads to come: the count is not to be written while others run

_there = OwnBreakpoints()  # the StateBreakpoint


class StateBreakpoint(gdb.Breakpoint):
    """At pthread_setspecific(key, value). ``python``: the runtime.Runtime, which is not to be looked for within stop(); ``agent``: of the
    process that is traced, which may have forked."""

    silent, python, agent = True, None, None

    def stop(self):
        """An error would count as a stop: it is told instead."""
        if process.current() is not self.agent or not (breakpoints.there_are() or exceptions.there_are()):
            return False
        try:
            state = passed(gdb.newest_frame(), 1)
            if state:
                _trace(self.python, state, self.agent.hello["trace"])
        except CorruptMemory:  # what is noted is no PyThreadState
            pass
        except Exception as error:
            unasked.sentence("A thread that C code has made may miss breakpoints in Python: %s: %s" % (type(error).__name__, error))
        return False


def _trace(python, state, trace):
    """Give it the trace function that another thread has, where it is a PyThreadState without any."""
    memory, layout = session.at_breakpoint().memory, python.layout
    if memory.u64(state + layout.offset("PyThreadState", "interp")) not in python.interpreters():
        return
    states = (each for each in python.thread_states() if each != state)
    found = next(((each, *there) for each in states for there in [event_filter.trace_function(memory, each, trace)] if there), None)
    if found is None:
        return
    other, member, function = found
    member += state - other
    if memory.u64(member):
        return
    has_frame = layout.has("PyThreadState", "cframe")
    memory.write(member + TRACEOBJ, struct.pack("<Q", trace))
    memory.write(member, struct.pack("<Q", function))
    memory.write(memory.u64(state + layout.offset("PyThreadState", "cframe")) if has_frame else member + USE_TRACING, b"\xff")
    counted = _count(python, state)
    if counted:
        memory.write(counted, struct.pack("<i", memory.i32(counted) + 1))


def _count(python, state):
    """Where it is counted how many threads have a trace function, among them a PyThreadState; None from CPython 3.10 on."""
    layout, member = python.layout, "ceval.tracing_possible"
    if layout.has("PyInterpreterState", member):
        interpreter = session.at_breakpoint().memory.u64(state + layout.offset("PyThreadState", "interp"))
        return interpreter + layout.offset("PyInterpreterState", member)
    return python.address + layout.offset("_PyRuntimeState", member) if layout.has("_PyRuntimeState", member) else None


def _watch(agent):
    address = symbol("pthread_setspecific")
    if "settrace" not in agent.hello or not address:
        return
    try:
        python = session.python()
    except NoPython:
        return
    memory, trace = session.debuggee().memory, agent.hello["trace"]
    memory.write(trace, struct.pack("<Q", memory.u64(trace) + REFERENCES))
    found, _ = quietly(lambda: StateBreakpoint("*%d" % address, internal=True))
    found.python, found.agent = python, agent
    _there.append(found)


process.on_installed(_watch)
