"""Other interpreters of the process: the agent is in the main one alone, which is told where it matters.

CPython: Python/pylifecycle.c; each version has one function through which all are made.
"""

import gdb

from ...inferior.symbols import symbol
from ...mi import unasked
from ...quiet import quietly
from ..places.own_breakpoints import OwnBreakpoints
from ..talk import process
from . import breakpoints, exceptions

ALONE = "The program has made another interpreter within its process: lines and exceptions of Python stop in the main one alone."
MAKERS = "Py_NewInterpreterFromConfig", "_Py_NewInterpreter", "Py_NewInterpreter"  # from CPython 3.12, 3.9, 3.8 on

_there = OwnBreakpoints()  # the MakerBreakpoint


class MakerBreakpoint(gdb.Breakpoint):
    """At the function that makes an interpreter; never stops. ``is_told``: the user knows."""

    silent, is_told = True, False

    def stop(self):
        if not self.is_told and (breakpoints.there_are() or exceptions.there_are()):
            self.is_told = True
            unasked.sentence(ALONE)
        return False


def _watch(agent):
    address = next(filter(None, map(symbol, MAKERS)), None)
    if address:
        _there.append(quietly(lambda: MakerBreakpoint("*%d" % address, internal=True))[0])


process.on_installed(_watch)
