"""CPythons before 3.8, which the agent does not know: nothing stops by their lines and exceptions, and that is said instead of waiting for ever.

They begin in ``Py_Main``, 3.7 in ``_Py_UnixMain``, or, in a program that embeds them, in ``Py_InitializeEx``.
"""

import gdb

from ... import session
from ...breakpoints import cpython_functions
from ...breakpoints.cpython_functions import FunctionBreakpoint
from ...cpython.identify import SINCE_38, named_version
from ...inferior.symbols import symbol
from ...mi import unasked
from ..places.arrivals import Arrival

SENTENCE = "Lines and exceptions of Python stop from CPython 3.8 on, and the program's is %s; those of C do with any."
STARTS = "Py_Main", "_Py_UnixMain", "Py_InitializeEx"

arrival = Arrival()
_starts, _on_met = [], []
_is_told = False


def on_met(told):
    """Call ``told(why)`` when a program turns out to have such a CPython."""
    _on_met.append(told)


class OldStartBreakpoint(FunctionBreakpoint):
    """Where an interpreter starts, and stops the program where that is an old one."""

    def met(self):
        return not symbol(SINCE_38) and arrival.come()


def await_start():
    """Stop where one starts from now on, in this process or the next."""
    cpython_functions.at(_starts, dict.fromkeys(STARTS, lambda where: OldStartBreakpoint(where, internal=True)))


def is_met():
    """Whether the program's CPython is one, which is told then."""
    global _is_told
    if not symbol("Py_IsInitialized") or symbol(SINCE_38):
        return False
    why = SENTENCE % (named_version(session.debuggee().images) or "older")
    for told in _on_met:
        told(why)
    if not _is_told:
        unasked.sentence(why)
    _is_told = True
    return True


def _exited(event):
    global _is_told
    _is_told = False


gdb.events.exited.connect(_exited)
