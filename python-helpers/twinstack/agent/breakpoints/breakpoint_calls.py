"""The program's own breakpoint(), called before the agent is there: it comes where that is called first, and the program stops.

The built-in function is found in memory when the interpreter has started, and nothing is run in the program until it is called.
"""

import gdb

from ... import session
from ...commands import operation
from ...errors import CorruptMemory, NoPython
from ...quiet import quietly
from ..arrival import injection, native_stops
from ..places.arrivals import Arrival
from ..talk import process

arrival = Arrival()
_calls = []  # the CallBreakpoint


class CallBreakpoint(gdb.Breakpoint):
    """At the C code of breakpoint(): stops as long as there is no agent."""

    silent = True

    def stop(self):
        return process.current() is None and arrival.come()


@operation("await-breakpoint-calls")
def await_breakpoint_calls():
    """Stop where the program that starts next calls breakpoint(): {}."""
    injection.watch_start()
    return {}


def watch():
    """The interpreter has started, and no agent is to come into it yet."""
    injection.watched()
    try:
        function = _function(session.python())
    except (NoPython, CorruptMemory):
        return
    if function:
        _forget()
        _calls[:] = [quietly(lambda: CallBreakpoint("*%d" % function, internal=True))[0]]


def _function(python):
    """The address of the C function, 0 where there is none: CPython before 3.7, or a program that has another in its place."""
    offset = python.layout.offset("PyInterpreterState", "builtins")
    found = python.readers.dicts.find(session.pointer(python.main_interpreter() + offset), "breakpoint")
    return python.readers.locations.c_function_of(found) if found else 0


def met():
    """A generator (errands): the agent comes, unless the program has a hook of its own; the call that goes on is its own then."""
    if not _has_own_hook(session.python()):
        yield from native_stops.polled(has_returned=True)


def _has_own_hook(python):
    """Whether sys.breakpointhook is another than at first, or the interpreter another than the main one."""
    hooks = [python.readers.dicts.find(python.sysdict, name) for name in ("breakpointhook", "__breakpointhook__")]
    states = python.thread_states_of(gdb.selected_thread())
    return hooks[0] != hooks[1] or any(python.interpreter_id(each) for each in states)


def _forget(event=None):
    for each in _calls:
        if each.is_valid():
            each.delete()
    del _calls[:]


process.on_installed(lambda agent: _forget())
gdb.events.clear_objfiles.connect(_forget)
gdb.events.exited.connect(_forget)
