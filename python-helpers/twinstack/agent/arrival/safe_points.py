"""Where the program can run Python code for the debugger, when it does not stand there yet: in the main thread.

By a pending call (Py_AddPendingCall, which needs no GIL) that it makes at its next safe point, or, where it is blocked in a system
call or in C code without the GIL, and so may not come to one, by taking the GIL in it (PyGILState_Ensure).
"""

import gdb

from ... import session
from ...errors import CorruptMemory, NoPython
from ...inferior import arguments, inferior_calls, thread_registers
from ...inferior.symbols import symbol
from ...quiet import quietly
from ..border import guards
from ..calls import functions, hand_calls, scratch
from ..places.arrivals import Arrival
from ..talk import process
from . import forked, injection

WITHOUT_GIL, WITH_GIL = ("released", "detached"), ("holds", "attached")
WAITS = "Python code of the main thread has to run first: it is waited for."
MAX_THREADS = 5000
TRACE_WORDS = 60  # of a PyThreadState, in which c_tracefunc, c_profileobj and c_traceobj lie behind each other

PAUSES = ("SIGINT", "SIGSTOP", "SIGTRAP", "0")

arrival = Arrival()  # where ``start`` may be
_awaited = []  # the PendingBreakpoint
_seen = []  # the process that has stopped before
_is_free = True


def start(asking=None, limit=None):
    """A generator (errands): what the agent is asked for is done, where the selected thread holds the GIL and is between two calls;
    the agent is brought into the program where it is not yet. ``asking(agent)``: a generator (errands) that asks it for more, or None;
    ``limit``: as of runs.until."""
    agent = process.current() or (yield from injection.inject())
    if asking:
        yield from asking(agent)
    yield from poll(limit)
    yield from trace_threads(agent)


def poll(limit=None):
    yield from functions.called("PyRun_SimpleString", (yield from scratch.text(process.POLL)), limit=limit)


def main_thread():
    """That in which CPython was started, which is the only one to run pending calls and handlers of signals; the process's first where that is not known."""
    program = gdb.selected_inferior()
    threads = sorted(program.threads(), key=lambda each: each.ptid[1] != program.pid)
    try:
        python = session.python()
        state = python.first_thread_state()
        return next((each for each in threads if state in python.thread_states_of(each)), threads[0])
    except (NoPython, CorruptMemory):
        return threads[0]


def is_outside(thread):
    """Whether the thread is without the GIL, in a system call or in C code of the user's, and may run Python code there."""
    if not is_free():
        return False
    thread.switch()
    frame = gdb.newest_frame()
    is_blocked = not thread_registers.register(frame, "orig_rax") >> 63
    return gil(thread) in WITHOUT_GIL and (is_blocked or guards.is_outside(frame)) and guards.reason(frame) is None


def is_free():
    """Whether the program was paused, or attached to, and may run for a moment where it is."""
    return _is_free


def gil(thread):
    """How a thread stands to the GIL (gil.Standing's word); None where that cannot be read, or it is none of Python's."""
    try:
        python = session.python()
        states = python.thread_states_of(thread)
        return python.gils.standing(thread, states).word if states else None
    except (NoPython, CorruptMemory):
        return None


def with_gil(thread, work):
    """A generator (errands): what another one comes to, in a thread that is_outside: it has the GIL meanwhile."""
    thread.switch()
    with hand_calls.followed_by(functions.address("PyGILState_Release"), None):
        state = yield from functions.called("PyGILState_Ensure", others=True)
    return (yield from functions.followed(work, "PyGILState_Release", state & 0xFFFFFFFF))


def awaited_by(main):
    """A generator (errands): the main thread will be at a safe point. An agent polls there; without one an empty text
    is run, where GDB stops the program."""
    memory = yield from scratch.made()
    agent = process.current()
    is_there = agent is not None
    if is_there and agent.is_awaited():
        return WAITS
    if not is_there:
        forked.watch()
    if not is_there and not (_awaited and _awaited[0].is_valid()):
        run = functions.address("PyRun_SimpleString")
        _awaited[:] = [quietly(lambda: PendingBreakpoint("*%d" % run, internal=True))[0]]
        _awaited[0].text = memory.pending
    yield from pending(main, process.POLL if is_there else "")
    if is_there:
        agent.awaited()
    return WAITS


def pending(main, text):
    """A generator (errands): the main thread will run the text at its next safe point."""
    main.switch()
    memory = yield from scratch.made()
    write_pending(memory, text)
    yield from functions.called("Py_AddPendingCall", functions.address("PyRun_SimpleString"), memory.pending)


def write_pending(memory, text):
    """Write the source that the pending call is to run."""
    session.debuggee().memory.write(memory.pending, text.encode() + b"\0")


class PendingBreakpoint(gdb.Breakpoint):
    """Where CPython runs the text of a pending call, and the agent is not there yet."""

    text, silent = 0, True

    def stop(self):
        if process.current() is not None or inferior_calls.is_own() or arguments.passed(gdb.newest_frame(), 0) != self.text:
            return False
        return arrival.come()


def trace_threads(agent):
    """A generator (errands): before CPython 3.12 a trace function is a thread's own; the selected thread, which holds
    the GIL, gives the agent's to all others. CPython: _PyEval_SetTrace(thread, function, object), from 3.9 on."""
    wanted, agent.untraced = agent.untraced, 0
    if not wanted or not symbol("_PyEval_SetTrace"):
        return
    own = yield from functions.called("PyThreadState_Get")
    words = session.debuggee().memory.pointers(own, TRACE_WORDS)
    if wanted not in words:
        return  # the thread has another trace function by now
    function = words[words.index(wanted) - 2]
    interpreter = yield from functions.called("PyThreadState_GetInterpreter", own)
    state = yield from functions.called("PyInterpreterState_ThreadHead", interpreter)
    for _ in range(MAX_THREADS):
        if not state:
            break
        if state != own:
            yield from functions.called("_PyEval_SetTrace", state, function, wanted)
        state = yield from functions.called("PyThreadState_Next", state)


def _stopped(event):
    """A program that was paused, or attached to, may run for a moment where it is; one that is at a breakpoint may not."""
    global _is_free
    if inferior_calls.is_own():
        return
    was_paused = isinstance(event, gdb.SignalEvent) and event.stop_signal in PAUSES
    process = gdb.selected_inferior().pid
    _is_free = was_paused or [process] != _seen and not isinstance(event, gdb.BreakpointEvent)
    _seen[:] = [process]


def _new_files(event):
    """Another program that the process runs (exec) has no such call, nor the code at which it is awaited."""
    if _awaited and not scratch.is_made():
        _given_up(event)


def _given_up(event):
    forked.forget()
    for each in _awaited:
        if each.is_valid():
            each.delete()
    del _awaited[:]


gdb.events.stop.connect(_stopped)
gdb.events.clear_objfiles.connect(_new_files)
gdb.events.exited.connect(_given_up)
