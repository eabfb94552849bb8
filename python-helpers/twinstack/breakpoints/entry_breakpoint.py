"""The stop before a program's first code: DAP's stopOnEntry.

The breakpoint is internal (a negative number, unknown to ``info breakpoints``, no MI notification)
and temporary. MI reports the stop as ``*stopped,reason="breakpoint-hit",disp="del",bkptno="-5"``
with the number of the operation's reply (GDB 13.1).
"""

import re

import gdb

from .. import session
from ..commands import operation
from ..errors import CorruptMemory, NoPython, UnsupportedPython
from ..inferior import arguments, inferior_calls
from ..mi import unasked
from ..quiet import quietly
from ..said import said
from . import decisions


_set = None


class CodeBreakpoint(gdb.Breakpoint):
    """Stops when CPython is about to run code of the module ``__main__``.

    PyEval_EvalCode(PyObject *co, PyObject *globals, …) is exported by every CPython; with a shared libpython it is
    pending until that is loaded. Scripts, folders, archives, ``-c`` and ``-m`` (these by way of exec) all pass through it.
    """

    has_told = False

    def stop(self):
        """GDB takes an error here for a yes, hence none may leave: it is told instead."""
        try:
            return not inferior_calls.is_own() and _is_main(arguments.passed(gdb.selected_frame(), 1, "globals"))
        except UnsupportedPython as error:
            return self._tell(error)
        except (CorruptMemory, NoPython):  # CPython is still starting
            return False
        except Exception as error:
            return self._tell(error)

    def _tell(self, error):
        if not self.has_told:
            self.has_told = True
            unasked.sentence("The program cannot be stopped before its first line: %s" % error)
        return False


class ProgramBreakpoint(gdb.Breakpoint):
    """Where a native program begins, which may be where the user has one, too."""

    def stop(self):
        decisions.tell_together(self.number)
        return True


def _is_main(namespace):
    """Whether the dict at an address is the namespace of the module that is run as the program."""
    readers = session.at_breakpoint().runtime.readers
    name = readers.dicts.find(namespace, "__name__")
    return readers.is_str(name) and readers.strings.equality("__main__")(name)


class EntryAddress(gdb.Function):
    """``$_twinstack_entry()``: the program's ELF entry point, where it is by now.

    As a function in the breakpoint's location it is evaluated again whenever GDB sets its
    breakpoints anew, hence also after a PIE was relocated.
    """

    def __init__(self):
        super().__init__("_twinstack_entry")

    def invoke(self):
        return entry_point()


def entry_point():
    known = known_entry_point()
    if known is None:
        raise gdb.GdbError("The program has no entry point.")
    return known


def known_entry_point():
    """None without a program, and in a child that GDB has followed through its fork (13.1), whose program's file it does not tell."""
    found = re.search(r"Entry point: (0x[0-9a-f]+)", said("info files"))
    return found and int(found.group(1), 16)


def define():
    """Define the convenience function ``$_twinstack_entry`` in GDB; to be called once."""
    EntryAddress()


@operation("entry-breakpoint")
def entry_breakpoint(python=False, early=False):
    """Stop once before the program's first code; ``python``: of what CPython is started with.
    ``early``: where a function's own code has not begun, and where no breakpoint of a line is."""
    global _set
    remove()
    _set, _ = quietly(lambda: _for_code() if python else _for_program(early))
    return {"number": _set.number}


@operation("remove-entry-breakpoint")
def remove():
    """Take away the breakpoint that was set last, if the program has not stopped there: {}."""
    global _set
    if _set is not None and _set.is_valid():
        _set.delete()
    _set = None
    return {}


def _for_code():
    return CodeBreakpoint(function="PyEval_EvalCode", internal=True, temporary=True)


def _for_program(early):
    try:
        gdb.parse_and_eval("&main")
        place = {"spec": "*main"} if early else {"function": "main"}
        return ProgramBreakpoint(internal=True, temporary=True, **place)
    except gdb.error:  # stripped
        return ProgramBreakpoint("*$_twinstack_entry()", internal=True, temporary=True)
