"""Bringing the agent into a program: before the first line of Python, or at a safe point.

``Py_RunMain`` is exported by every CPython from 3.8 on, and called when the interpreter has started and holds the GIL. A program
that embeds CPython calls ``Py_InitializeFromConfig`` (also by way of Py_Initialize), at whose end it is the same.
"""

import gdb

from .. import session
from ..quiet import quietly
from ..errors import UserError
from . import functions, old_versions, process, scratch, sources

_starts = []  # breakpoints
_is_awaited = _is_watched = False
_arrived = False


class StartBreakpoint(gdb.Breakpoint):
    """Where an interpreter has started that has no agent yet."""

    silent = True

    def stop(self):
        global _arrived
        _arrived = process.current() is None and (_is_awaited or not _is_watched)
        return _arrived


class InitializeBreakpoint(gdb.Breakpoint):
    """At the beginning of what starts an interpreter: the agent comes when it returns."""

    silent = True

    def stop(self):
        caller = gdb.newest_frame().older()
        if caller is not None and process.current() is None:
            _set(StartBreakpoint, "*%d" % caller.pc(), temporary=True)
        return False


def await_start():
    """The agent comes where an interpreter starts from now on, in this process or the next."""
    global _is_awaited
    _is_awaited = True
    watch_start()
    old_versions.await_start()


def watch_start():
    """Stop there, whether the agent is to come or not."""
    if not any(each.is_valid() for each in _starts):
        _starts[:] = [_set(StartBreakpoint, "Py_RunMain"), _set(InitializeBreakpoint, "Py_InitializeFromConfig")]


def watched():
    """The interpreter has been seen to start, and the agent was not to come."""
    global _is_watched
    _is_watched = True


def is_awaited():
    """Whether the agent is to come into an interpreter that starts."""
    return _is_awaited


def _set(kind, where, **options):
    try:
        return quietly(lambda: kind(where, internal=True, **options))[0]
    except gdb.error as error:
        raise UserError("Python breakpoints cannot be set in the program now: %s" % str(error).strip())


def has_arrived():
    """Whether the program has stopped at such a place. True once."""
    global _arrived
    arrived, _arrived = _arrived, False
    return arrived


def inject():
    """A generator (errands): the Agent, in the program. The selected thread holds the GIL and is between two calls."""
    status = yield from functions.called("PyRun_SimpleString", (yield from scratch.text(sources.text())))
    if status & 0xFFFFFFFF:
        raise UserError("The debugger's Python code could not start in the program; its standard error says why.")
    hello = yield from functions.called("PySys_GetObject", (yield from scratch.text("_twinstack_hello")))
    agent = process.installed(hello)
    session.changed()
    return agent


def _another(event):
    global _is_watched
    _is_watched = False


gdb.events.clear_objfiles.connect(_another)
gdb.events.exited.connect(_another)
