"""The operation on threads: what GDB and Python call each, and what it does with the GIL."""

import gdb

from . import selection, session
from .commands import operation
from .errors import CorruptMemory, NoPython
from .inferior import pthread


@operation("threads")
def threads():
    """All threads: {"threads": [{"id", "lwp", "name", "gil", "interpreter"}], "reason"}.

    ``name`` is what Python's threading calls the thread, else GDB's. ``gil`` is there for threads
    of Python (gil.Standing's word); ``interpreter`` is the number of the sub-interpreter of which
    it is said. ``reason`` tells why no thread is said to be Python's, or is null.
    """
    python, reason = readable_python()
    found = sorted(gdb.selected_inferior().threads(), key=lambda thread: thread.global_num)
    with selection.thread_and_frame_kept():  # what is said of a thread may select it
        return {"threads": [row(thread, python) for thread in found], "reason": reason}


def readable_python():
    """(runtime.Runtime, None), or (None, why there is none)."""
    try:
        return session.python(), None
    except (NoPython, CorruptMemory) as error:
        return None, str(error)


def row(thread, python):
    described = {"id": thread.global_num, "lwp": thread.ptid[1], "name": thread.name}
    if python is not None:
        try:
            described.update(told_by(python, thread))
        except CorruptMemory:  # what GDB tells will do
            pass
    return described


def told_by(python, thread):
    """What CPython knows of a thread; nothing of one that never ran Python."""
    name = python.names.of(pthread(thread))
    described = {"name": name} if name else {}
    states = python.thread_states_of(thread)
    if states:
        standing = python.gils.standing(thread, states)
        described["gil"] = standing.word
        interpreter = python.interpreter_id(standing.state)
        if interpreter:
            described["interpreter"] = interpreter
    return described
