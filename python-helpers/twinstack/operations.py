"""The operations on CPython: what they take and answer; the work is done elsewhere."""

import gdb

from . import objects, session, stacks
from .commands import operation
from .errors import UserError
from .inferior import pthread, thread as thread_of
from .runtime import NoPython, UnreadablePython

MAX_PAGE = 1000  # variables in one answer


@operation("probe")
def probe():
    """Which CPython the program has: {"python": {...} or null, "reason", "pid"}."""
    debuggee = session.debuggee()
    try:
        python, reason = debuggee.runtime, None
    except NoPython as error:
        python, reason = None, str(error)
    described = python and {"version": python.version, "flavour": python.flavour,
                            "table": python.layout.name}
    return {"python": described, "reason": reason, "pid": gdb.selected_inferior().pid}


@operation("threads")
def threads():
    """All threads; named as Python's threading names them, else as GDB does."""
    try:
        names = session.python().thread_names()
    except NoPython:
        names = {}
    found = sorted(gdb.selected_inferior().threads(), key=lambda thread: thread.global_num)
    return {"threads": [{"id": thread.global_num, "lwp": thread.ptid[1],
                         "name": names and names.get(pthread(thread)) or thread.name}
                        for thread in found]}


@operation("stack")
def stack(thread, start=0, count=20):
    """A page of the merged stack: {"frames", "more", "reason"}."""
    wanted, reason = existing(thread), None
    try:
        found = session.python().stacks.of(wanted)
    except NoPython as error:
        stacks.select(wanted)
        found = stacks.native_stack(session.debuggee().images)
        reason = str(error) if isinstance(error, UnreadablePython) else None
    return dict(found.page(start, count), reason=reason)


def existing(number):
    found = thread_of(number)
    if found is None:
        raise UserError("There is no thread %s any more." % number)
    return found


@operation("children")
def children(object, filter=None, start=0, count=100):
    """A page of what a Python object opens into."""
    return {"variables": objects.children(int(object, 0), filter, start, min(count, MAX_PAGE))}
