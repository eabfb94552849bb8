"""Function breakpoints: DAP's setFunctionBreakpoints.

A name is one of C or C++ as GDB takes it, with ``file.c:`` before it where only the function of
that file is meant; ``/regex/`` means every function whose name the expression is found in.
"""

import itertools
import re

import gdb

from . import places, unasked
from .breakpoint_sets import Placed, replace
from .commands import operation
from .decisions import DecidedBreakpoint, check
from .errors import UserError
from .quiet import quietly
from .said import said

MOST = 500  # functions that one regular expression may match
FIRST_NUMBER = 1000001  # of a regular expression, which no breakpoint of GDB's stands for

_OF_FILE = re.compile(r"(.+\.\w+):(?!:)(.+)$")
_FILE = re.compile(r"File (.+):$")
_DECLARED = re.compile(r"\d+:\t.*?([\w:~$]+(?:<.*>[\w:~$]*)?)\(.*;$")
_SYMBOL = re.compile(r"0x[0-9a-f]+  ([^\s@]+)$")

_OPERATOR = re.compile(r"\\([(){}|+?])|[(){}|+?]")

_numbers = itertools.count(FIRST_NUMBER)
_matching = []


@operation("set-function-breakpoints")
def set_function_breakpoints(breakpoints):
    """Replace all function breakpoints by the given ones: {"name", "condition", "hitCondition"}
    each; see breakpoint_sets.replace."""
    answer = replace("functions", breakpoints, _placed)
    _matching[:] = [each for each in _matching if each.is_valid()]
    return answer


def _placed(request):
    name = request["name"].strip()
    if len(name) > 2 and name[0] == name[-1] == "/":
        found = Matching(name[1:-1])
        _matching.append(found)
        return found
    native, _ = quietly(lambda: DecidedBreakpoint(**where(name)))
    return Placed(native, "No loaded program or library has a function '%s' yet." % name)


def where(name):
    """The arguments of gdb.Breakpoint for a function, or the one of a file."""
    found = _OF_FILE.match(name)
    return {"source": found.group(1), "function": found.group(2)} if found else {"function": name}


class Matching:
    """A breakpoint of GDB at each function that a regular expression matches; libraries that come
    later are looked through, too."""

    def __init__(self, expression):
        self.expression = expression
        self.number = str(next(_numbers))
        self.natives = {}  # (file, function) -> DecidedBreakpoint
        self.place = self.decided = self.decision = None
        self.gone = False
        self._add(functions(expression))

    def _add(self, found):
        new = [each for each in found if each not in self.natives]
        if len(self.natives) + len(new) > MOST:
            raise UserError(
                "/%s/ matches more than %d functions; write a longer expression." % (self.expression, MOST)
            )
        for file, name in new:
            source = {"source": file} if file else {}
            native, _ = quietly(lambda: DecidedBreakpoint(function=name, **source))
            native.decision = self.decision
            self.natives[file, name] = native
        return new

    def look_again(self):
        """After a library was loaded."""
        if self._add(functions(self.expression)):
            unasked.event("breakpoint", **self.reply())

    def is_valid(self):
        return not self.gone

    def decide(self, decision):
        first = next(iter(self._valid()), None)
        if decision.condition and first is not None:
            check(first, decision.condition)
        self.decision = decision
        for native in self._valid():
            native.decision = decision

    def delete(self):
        self.gone = True
        for native in self._valid():
            native.delete()

    def reply(self):
        """As Placed.reply, with "natives": the numbers of GDB's breakpoints."""
        natives = self._valid()
        row = {"number": self.number, "enabled": True, "natives": [str(each.number) for each in natives]}
        if not natives:
            message = "No loaded program or library has a function that matches /%s/ yet." % self.expression
            return dict(row, verified=False, message=message)
        count = "%d function%s." % (len(natives), "s" if len(natives) > 1 else "")
        return dict(row, verified=True, message=count, **places.of(natives[0])._asdict())

    def _valid(self):
        return [each for each in self.natives.values() if each.is_valid()]


def functions(expression):
    """(file, name) of the functions in whose names the regular expression is found: those with
    debug information or, where there is none of these, (None, name) of the others."""
    try:
        re.compile(expression)
        text = said("info functions -q " + basic(expression))
    except (re.error, gdb.error) as error:
        raise UserError("/%s/ is no regular expression: %s." % (expression, str(error).rstrip("."))) from None
    declared, symbols, file = [], [], None
    for line in text.splitlines():
        file = _FILE.match(line).group(1) if _FILE.match(line) else file
        if _DECLARED.match(line):
            declared.append((file, _DECLARED.match(line).group(1)))
        elif _SYMBOL.match(line):
            symbols.append((None, _SYMBOL.match(line).group(1)))
    return list(dict.fromkeys(declared or symbols))


def basic(expression):
    """The expression as GDB takes it, in POSIX's basic form with GNU's operators \\|, \\+ and \\?;
    a function's name ends before its parameters, which are part of it in C++."""
    if expression.endswith("$") and not expression.endswith("\\$"):
        expression = expression[:-1] + "($|\\()"
    return _OPERATOR.sub(lambda found: found.group(1) or "\\" + found.group(), expression)


def _new_files(event):
    for each in _matching:
        if each.is_valid():
            each.look_again()


gdb.events.new_objfile.connect(_new_files)
