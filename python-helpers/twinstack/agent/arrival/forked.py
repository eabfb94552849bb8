"""A child that has just been forked: CPython runs no pending call in it before it has made the thread that has forked its main thread, and may come to
lines of the child's before it looks for one that was asked for (3.9 to 3.11, where another thread than the first has forked).

CPython: Modules/posixmodule.c, PyOS_AfterFork_Child, behind which Python code may be run.
"""

import gdb

from ...inferior.symbols import symbol
from ...quiet import quietly
from ..places import returns
from ..places.arrivals import Arrival
from ..talk import process

arrival = Arrival()
_there = []  # the ForkBreakpoint


class ForkBreakpoint(gdb.Breakpoint):
    """At PyOS_AfterFork_Child, which CPython calls in a forked process; the stop comes behind it."""

    silent = True

    def stop(self):
        if process.current() is None:
            returns.stop_behind(arrival.come)
        return False


def watch():
    """The program stops behind it, where the agent is not there yet."""
    address = symbol("PyOS_AfterFork_Child")
    if address and not any(each.is_valid() for each in _there):
        _there[:] = [quietly(lambda: ForkBreakpoint("*%d" % address, internal=True))[0]]


def forget():
    """The program is gone, or the process runs another."""
    for each in _there:
        if each.is_valid():
            each.delete()
    del _there[:]
