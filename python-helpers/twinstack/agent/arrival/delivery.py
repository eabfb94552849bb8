"""Having done what the agent is asked for, from wherever the program stands."""

import gdb

from ...inferior.symbols import symbol
from ..calls import errands, functions, runs
from ..talk import process
from . import native_stops, old_versions, safe_points


def asked(ask, told, runs):
    """What an operation answers that asks the agent for something: an errand's answer (errands), ``told(waits, interrupt)``.

    ``ask``: called with the Agent, where there is one already. ``waits``: why it is not done yet, or None; ``interrupt``: whether the
    program runs, and has to be interrupted to come to a safe point. ``runs``: so it has, even if GDB has a stop of which was not told yet.
    """
    inferior = gdb.selected_inferior()
    if not inferior.pid:
        return {"result": told(None, False)}
    agent = process.current()
    if agent is not None:
        ask(agent)
    if runs or any(thread.is_running() for thread in inferior.threads()):
        return {"result": told(None, True)}
    return errands.begin(_delivered(told), lambda: told(errands.BUSY, False))


def _delivered(told):
    try:
        waits = yield from deliver()
    except runs.StoppedElsewhere:
        waits = errands.BUSY
    return told(waits, False)


def deliver():
    """A generator (errands): what the agent is asked for is done, or why that will be later; the agent is
    brought into the program where it is not yet.

    In the thread that stands in the agent; in one that stands in C code of the user's and holds the GIL; else in
    the main thread. Not in an interpreter that is too old (old_versions). Where no interpreter has started yet, nothing is done: the agent comes when one does (injection).
    """
    agent = process.current()
    if agent is not None and agent.stands():
        yield from agent.converse()
        return (yield from safe_points.trace_threads(agent))
    if agent is None and old_versions.is_met():
        return None
    if native_stops.refusal() is None:
        return (yield from native_stops.polled())
    main = safe_points.main_thread()
    if safe_points.is_outside(main):
        return (yield from safe_points.with_gil(main, safe_points.start()))
    if agent is None and not (yield from _has_started()):
        return None
    return (yield from safe_points.awaited_by(main))


def started():
    """A generator (errands): the agent comes into an interpreter that has started; not into one that could not, which
    says why by itself."""
    if (yield from _has_started()):
        yield from safe_points.start()


def _has_started():
    """A generator (errands): whether there is an interpreter, and it is ready."""
    if not symbol("Py_IsInitialized"):
        return False
    return bool((yield from functions.called("Py_IsInitialized")) & 0xFFFFFFFF)
