"""Steps by Python's lines, and from C to Python: the agent ends them."""

import gdb

from .. import selection
from ..commands import operation
from ..errors import UserError
from . import crossings, errands, native_stops, process

KINDS = {"next": "next", "stepIn": "in", "stepOut": "out"}
LANDING = "landing"
NO_CALLER = "No Python code has called the C code in which thread %d stands."


@operation("python-step")
def python_step(thread, kind, returned=False):
    """The next resume of the program is a step of a thread in its newest Python frame: "next", "stepIn" or "stepOut". An errand's
    answer (errands): {}.

    Where the thread stands in C code of the user's, "stepOut" ends at the line of Python that has called; the others end where
    Python code that the C code calls begins, unless a step of GDB's ends before. ``returned``: it stands where a C function has just returned to
    CPython, as at the end of a step of GDB's.
    """
    selected = selection.thread(thread)
    agent = process.current()
    if kind == "stepIn" and (returned or agent is not None and agent.stands()):
        crossings.watch(selected)
    if agent is not None and agent.stands():
        agent.step(selected, KINDS[kind])
        return {"result": {}}
    if kind == "stepOut" and not returned:
        if not crossings.out():
            raise UserError(NO_CALLER % thread)
        return {"result": {}}
    return errands.begin(_armed(KINDS[kind], returned))


def _armed(kind, returned):
    yield from native_stops.polled(returned, asking=lambda agent: _asked(agent, kind))
    return {}


def _asked(agent, kind):
    """A generator (errands), which needs no run."""
    agent.step(gdb.selected_thread(), kind)
    return ()


def land():
    """A generator (errands): C code has returned; the step ends in the Python code that called it, where that goes on."""
    yield from native_stops.polled(True, asking=lambda agent: _asked(agent, LANDING))
