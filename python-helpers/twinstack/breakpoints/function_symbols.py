"""Functions of one object file by a regular expression, out of its minimal symbols (ELF's).

GDB's "info functions" goes through every object file: 0.2 s with glibc's debug information, at every
library that is loaded. To go through one file's symbols takes 5 us for each of them.
"""

import itertools
import re
from collections import namedtuple

from ..errors import UserError
from ..objects import locations
from ..said import said

MOST = 500  # functions that one regular expression may match

_SYMBOL = re.compile(r"^\[ *\d+\] [Tt] (0x[0-9a-f]+) ([^@\s]+)(?: section \S+)?(?:  (.+?))??(?:  \S+)?$", re.MULTILINE)
_SPECIAL = re.compile(r"([\s\"'\\])")

_last = None, ()  # an object file and its Symbols, for which one expression after the other asks

Symbol = namedtuple("Symbol", "address linkage_name name")  # name: demangled, as it is declared


def matching(expression, objfile):
    """(functions with debug information, the others) of an object file in whose names a re.Pattern is
    found: gdb.Symbols and Symbols. Raises UserError where they are too many."""
    candidates = [each for each in _symbols(objfile) if _is_found(expression, each.name)]
    declared, others = [], []
    for each in itertools.islice(candidates, MOST + 1):
        function = locations.c_function(each.address)
        if function is None:
            others.append(each)
        elif int(function.value().address) == each.address and expression.search(function.name):
            declared.append(function)
    if len(candidates) > MOST and declared:
        raise too_many(expression.pattern)
    return declared, others if not declared else []


def too_many(expression):
    return UserError("/%s/ matches more than %d functions; write a longer expression." % (expression, MOST))


def _symbols(objfile):
    global _last
    if _last[0] is not objfile:
        text = said("maint print msymbols -objfile " + _SPECIAL.sub(r"\\\1", objfile.filename))
        _last = objfile, [_symbol(found) for found in _SYMBOL.finditer(text)]
    return _last[1]


def _symbol(found):
    address, name, shown = found.groups()
    return Symbol(int(address, 16), name, shown if shown and name.startswith("_Z") else name)


def _is_found(expression, name):
    return bool(expression.search(name) or "<" in name and expression.search(_declared(name)))


def _declared(name):
    """A demangled name without the type that a function of a template returns, which stands before it."""
    depth = start = 0
    for index, letter in enumerate(name):
        if letter in "<({":
            if letter == "(" and depth == 0 and index > start and name[index - 1] != ":":
                break  # of its parameters
            depth += 1
        elif letter in ">)}":
            depth -= 1
        elif letter == " " and depth == 0 and not name.endswith("operator", 0, index):
            start = index + 1
    return name[start:]
