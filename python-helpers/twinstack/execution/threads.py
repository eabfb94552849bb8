"""The operations on threads: their names, how they stand to the GIL, their exceptions."""

import gdb

from .. import selection, session
from ..commands import operation
from ..errors import CorruptMemory, NoPython
from ..inferior.thread_registers import pthread

UNKNOWN = "GIL unknown: %s"


@operation("threads")
def threads():
    """All threads: {"threads": [{"id", "lwp", "name", "gil", "interpreter", "running"}], "reason"}.

    ``name`` is what Python's threading calls the thread, else GDB's. ``gil`` is there for threads
    of Python (gil.Standing's word), and says UNKNOWN where that cannot be read; ``interpreter`` is
    the number of the sub-interpreter of which it is said. Of one that runs beside others that stand
    ("running"), nothing else is known. ``reason`` tells why no thread is said to be Python's, or is null.
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
    if thread.is_running():
        return dict(described, running=True)
    if python is not None:
        try:
            described.update(told_by(python, thread))
        except CorruptMemory as error:
            described["gil"] = UNKNOWN % error
    return described


def told_by(python, thread):
    """(key, what CPython knows of a thread); nothing of one that never ran Python."""
    name = python.names.of(pthread(thread))
    if name:
        yield "name", name
    states = python.thread_states_of(thread)
    if states:
        standing = python.gils.standing(thread, states)
        yield "gil", standing.word
        interpreter = python.interpreter_id(standing.state)
        if interpreter:
            yield "interpreter", interpreter


@operation("exceptions")
def exceptions(thread):
    """The exceptions of a thread: {"pending", "handled"}, each a VARIABLE or null."""
    python, selected = session.python(), selection.thread(thread)
    states = python.thread_states_of(selected)
    return {
        "pending": first(map(python.raised.pending, states), "pending"),
        "handled": first(map(python.raised.handled, states), "handled"),
    }


def first(found, name):
    """The first VARIABLE that is there, with its name."""
    return next((dict(each, name=name) for each in found if each), None)


def has_exceptions(thread):
    """Would ``exceptions`` show any for this gdb.InferiorThread, the selected one?"""
    try:
        python = session.python()
        return any(map(python.raised.is_any, python.thread_states_of(thread)))
    except NoPython:
        return False
    except CorruptMemory:  # ``exceptions`` tells why they cannot be read
        return True
