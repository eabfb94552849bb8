"""CPythons before 3.8, which the agent does not know: nothing stops by their lines and exceptions, and that is said instead of waiting for ever.

They begin in ``Py_Main``, 3.7 in ``_Py_UnixMain``, or, in a program that embeds them, in ``Py_InitializeEx``.
"""

import gdb

from .. import session
from ..cpython.identify import SINCE_38, named_version
from ..inferior.symbols import symbol
from ..mi import unasked
from ..quiet import quietly

SENTENCE = "Lines and exceptions of Python stop from CPython 3.8 on, and the program's is %s; those of C do with any."
STARTS = "Py_Main", "_Py_UnixMain", "Py_InitializeEx"

_starts, _on_met = [], []
_arrived = _is_told = False


def on_met(told):
    """Call ``told(why)`` when a program turns out to have such a CPython."""
    _on_met.append(told)


class OldStartBreakpoint(gdb.Breakpoint):
    """Where an interpreter starts, and stops the program where that is an old one."""

    silent = True

    def stop(self):
        global _arrived
        _arrived = not symbol(SINCE_38)
        return _arrived


def await_start():
    """Stop where one starts from now on, in this process or the next."""
    if not any(each.is_valid() for each in _starts):
        _starts[:] = [quietly(lambda: OldStartBreakpoint(name, internal=True))[0] for name in STARTS]


def has_arrived():
    """Whether the program has stopped there. True once."""
    global _arrived
    arrived, _arrived = _arrived, False
    return arrived


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
