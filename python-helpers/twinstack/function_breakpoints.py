"""Function breakpoints: DAP's setFunctionBreakpoints.

A name is one of C or C++ as GDB takes it, with ``file.c:`` before it where only the function of
that file is meant; ``/regex/`` means every function whose name the expression is found in.
"""

import itertools
import re

import gdb

from . import source_files
from .breakpoint_sets import GdbBreakpoint, replace
from .commands import operation
from .decisions import DecidedBreakpoint
from .errors import UserError
from .pending import PendingBreakpoint
from .quiet import quietly
from .said import said

MOST = 500  # functions that one regular expression may match

_OF_FILE = re.compile(r"(.+\.\w+):(?!:)(.+)$")
_FILE = re.compile(r"File (.+):$")
_DECLARED = re.compile(r"(\d+):\t(.+);$")
_SYMBOL = re.compile(r"0x[0-9a-f]+  ([^@]+)$")

_OPERATOR = re.compile(r"\\([(){}|+?])|[(){}|+?]")


@operation("set-function-breakpoints")
def set_function_breakpoints(breakpoints):
    """Replace all function breakpoints by the given ones: {"name", "condition", "hitCondition"}
    each; see breakpoint_sets.replace."""
    return replace("functions", breakpoints, _placed)


def _placed(request):
    name = request["name"].strip()
    if len(name) > 2 and name[0] == name[-1] == "/":
        return Matching.made(name[1:-1])
    native, _ = quietly(lambda: DecidedBreakpoint(**where(name)))
    return GdbBreakpoint(native, "No loaded program or library has a function '%s' yet." % name)


def where(name):
    """The arguments of gdb.Breakpoint for a function, or the one of a file."""
    found = _OF_FILE.match(name)
    return {"source": found.group(1), "function": found.group(2)} if found else {"function": name}


class Matching(PendingBreakpoint):
    """A breakpoint of GDB at each function that a regular expression matches, in libraries that
    come later, too."""

    found = "Matching functions: %d."

    def __init__(self, expression):
        super().__init__()
        self.expression = expression
        self.missing = "No loaded program or library has a function that matches /%s/ yet." % expression
        self.functions = set()

    def resolve(self):
        found = functions(self.expression)
        new = [each for each in found if each not in self.functions]
        if len(self.functions) + len(new) > MOST:
            raise _too_many(self.expression)
        self.functions.update(new)
        for file, name in new:
            source = {"source": file} if file else {}
            self.add(quietly(lambda: DecidedBreakpoint(function=name, **source))[0])


def _too_many(expression):
    return UserError("/%s/ matches more than %d functions; write a longer expression." % (expression, MOST))


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
            declared.append((file, int(_DECLARED.match(line).group(1)), _DECLARED.match(line).group(2)))
        elif _SYMBOL.match(line):
            symbols.append((None, _SYMBOL.match(line).group(1)))
    if len(declared) > MOST:
        raise _too_many(expression)
    return list(dict.fromkeys(_named(declared) if declared else symbols))


def _named(declared):
    """(file, name) for each (file, line, declaration): by the name that the linker has for it, as a
    declaration does not tell where the name begins, and that of an operator or a template is no word."""
    known = {}
    for file, line, text in declared:
        for symtab in source_files.symtabs(file, line, line):
            block = symtab.static_block()
            extent = block.start, block.end
            if extent not in known:
                symbols = itertools.chain(block, block.superblock)
                known[extent] = [each for each in symbols if each.is_function]
            for symbol in known[extent]:
                if symbol.line == line and symbol.name in text:
                    yield symbol.symtab.fullname(), symbol.linkage_name


def basic(expression):
    """The expression as GDB takes it, in POSIX's basic form with GNU's operators \\|, \\+ and \\?;
    a function's name ends before its parameters, which are part of it in C++."""
    if expression.endswith("$") and not expression.endswith("\\$"):
        expression = expression[:-1] + "($|\\()"
    return _OPERATOR.sub(lambda found: found.group(1) or "\\" + found.group(), expression)
