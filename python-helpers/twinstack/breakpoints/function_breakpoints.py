"""Function breakpoints: DAP's setFunctionBreakpoints.

A name is one of C or C++ as GDB takes it, with ``file.c:`` before it where only the function of
that file is meant; ``/regex/`` means every function whose name the expression is found in.
``refs:0x…`` is no function but the reference count of the Python object there: of all breakpoints on
data, this kind is what an extension of VS Code can set, which that lets set those on functions alone.
"""

import re

import gdb

from ..commands import operation
from ..errors import UserError
from ..quiet import quietly
from . import data_breakpoints, function_symbols, places, python_data
from .addresses import AddressedBreakpoint, placed_by_gdb
from .breakpoint_sets import GdbBreakpoint, replace
from .decisions import DecidedBreakpoint

_REFERENCES = re.compile(r"refs:\s*(0x[0-9a-f]+|\d+)$")
_OF_FILE = re.compile(r"(.+\.\w+):(?!:)(.+)$")


@operation("set-function-breakpoints")
def set_function_breakpoints(breakpoints):
    """Replace all function breakpoints by the given ones: {"name", "condition", "hitCondition"}
    each; see breakpoint_sets.replace."""
    return replace("functions", breakpoints, _placed)


def _placed(request):
    name = request["name"].strip()
    if len(name) > 2 and name[0] == name[-1] == "/":
        return Matching.made(name[1:-1])
    if name.startswith("refs:"):
        return _references(name)
    if not name:
        raise UserError("A breakpoint at a function takes its name, and there is none.")
    native, _ = quietly(lambda: DecidedBreakpoint(**where(name)))
    of_python = "" if "::" in name else "; for one of Python write 'py:%s'" % name
    return Function(native, "No loaded program or library has a function '%s' yet%s." % (name, of_python))


def _references(name):
    found = _REFERENCES.match(name)
    if found is None:
        raise UserError("'%s' names no Python object; write its address, as in refs:0x7ffff7a00f50." % name)
    info = python_data.python_data_breakpoint_info("", parent=found.group(1), references=True)
    return data_breakpoints.placed({"dataId": info["dataId"]})


class Function(GdbBreakpoint):
    """A name may be overloaded, a template, or in several libraries."""

    def reply(self):
        row, places_of_it = super().reply(), places.count(self.native)
        return dict(row, message="It is in %d places." % places_of_it) if places_of_it > 1 else row


def where(name):
    """The arguments of gdb.Breakpoint for a function, or the one of a file."""
    found = _OF_FILE.match(name)
    return {"source": found.group(1), "function": found.group(2)} if found else {"function": name}


class Matching(AddressedBreakpoint):
    """A breakpoint of GDB at each function that a regular expression matches, in libraries that
    come later, too. While none of these has debug information, at those without."""

    found = "Matching functions: %d."

    def __init__(self, expression):
        super().__init__()
        self.expression = _compiled(expression)
        self.missing = "No loaded program or library has a function that matches /%s/ yet." % expression
        self._unread = gdb.objfiles()
        self._without_lines = {}  # GDB's name of each function -> whether it was placed

    def concerns(self, objfile):
        self._unread.append(objfile)
        return True

    def addresses(self):
        unread, self._unread = self._unread, []
        found = []
        for objfile in filter(gdb.Objfile.is_valid, unread):
            declared, others = function_symbols.matching(self.expression, objfile)
            found += declared
            self._without_lines.update((each.linkage_name, False) for each in others if each.linkage_name not in self._without_lines)
        return [address for each in found for address in _body(each)]

    def resolve(self):
        super().resolve()
        for name, is_placed in () if self._known else self._without_lines.items():
            if not is_placed:
                self._without_lines[name] = True
                self.add(quietly(lambda: DecidedBreakpoint(function=name))[0])

    def accept(self, new):
        count = len(self._known) + len(new)
        if max(count, 0 if count else len(self._without_lines)) > function_symbols.MOST:
            raise function_symbols.too_many(self.expression.pattern)


def _compiled(expression):
    """A function's name ends before its parameters, which are part of it in C++."""
    is_end = expression.endswith("$") and not expression.endswith("\\$")
    try:
        return re.compile(expression[:-1] + r"(?:$|\()" if is_end else expression)
    except re.error as error:
        raise UserError("/%s/ is no regular expression: %s." % (expression, error)) from None


def _body(function):
    """The Addresses where GDB stops in a function: behind its prologue."""
    found, _ = placed_by_gdb(function=function.linkage_name, source=function.symtab.fullname())
    return found
