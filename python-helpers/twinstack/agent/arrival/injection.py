"""Bringing the agent into a program: before the first line of Python, or at a safe point.

``Py_RunMain`` is exported by every CPython from 3.8 on, and called when the interpreter has started and holds the GIL. A program
that embeds CPython calls ``Py_InitializeFromConfig`` (also by way of Py_Initialize), at whose end it is the same.
"""

from functools import partial

import gdb

from ... import session
from ...breakpoints import cpython_functions
from ...breakpoints.cpython_functions import FunctionBreakpoint
from ...errors import UserError
from ..calls import functions, scratch
from ..places.arrivals import Arrival
from ..talk import process
from . import old_versions, sources

arrival = Arrival()
_starts = []  # CPythonFunctions
_is_awaited = _is_watched = False


class StartBreakpoint(FunctionBreakpoint):
    """Where an interpreter has started that has no agent yet."""

    def met(self):
        return process.current() is None and (_is_awaited or not _is_watched) and arrival.come()


class InitializeBreakpoint(FunctionBreakpoint):
    """At the beginning of what starts an interpreter: the agent comes when it returns."""

    def met(self):
        caller = gdb.newest_frame().older()
        if caller is not None and process.current() is None:
            cpython_functions.inserted(lambda: StartBreakpoint("*%d" % caller.pc(), internal=True, temporary=True))
        return False


def await_start():
    """The agent comes where an interpreter starts from now on, in this process or the next."""
    global _is_awaited
    _is_awaited = True
    watch_start()
    old_versions.await_start()


def watch_start():
    """Stop there, whether the agent is to come or not."""
    kinds = {"Py_RunMain": StartBreakpoint, "Py_InitializeFromConfig": InitializeBreakpoint}
    cpython_functions.at(_starts, {name: partial(kind, internal=True) for name, kind in kinds.items()})


def watched():
    """The interpreter has been seen to start, and the agent was not to come."""
    global _is_watched
    _is_watched = True


def is_awaited():
    """Whether the agent is to come into an interpreter that starts."""
    return _is_awaited


def inject():
    """A generator (errands): the Agent, in the program. The selected thread holds the GIL and is between two calls."""
    status = yield from functions.called("PyRun_SimpleString", (yield from scratch.text(sources.text())))
    if status & 0xFFFFFFFF:
        raise UserError("The debugger's Python code could not start in the program; its standard error says why.")
    hello = yield from functions.called("PySys_GetObject", (yield from scratch.text("_twinstack_hello")))
    session.debuggee().hidden_file = sources.FILE
    agent = process.installed(hello)
    session.changed()
    return agent


def _another(event):
    global _is_watched
    _is_watched = False


gdb.events.clear_objfiles.connect(_another)
gdb.events.exited.connect(_another)
