"""The program's environment as it is in its memory: also what it has set since it was started (environ(7))."""

import gdb

from ..errors import CorruptMemory
from ..later import re
from ..said import said

MOST = 10000  # variables
LONGEST = 4096  # bytes of a value
PLACE = re.compile(r" at (?:address )?(0x[0-9a-f]+)")


def value(memory, name):
    """The text of a variable, cut at LONGEST bytes; None where it is not set, or where the environment is cannot be told."""
    return next((rest for found, rest in _variables(memory, len(name)) if found == name), None)


def values(memory):
    """{name: text} of all that have a name, each cut at LONGEST bytes; as many as can be read."""
    return {name: text for name, text in _variables(memory, LONGEST) if name}


def _variables(memory, longest_name):
    """Generates (name, text), until there are no more or one cannot be read."""
    try:
        table = _table()
        entry = memory.u64(table) if table else 0
        for _ in range(MOST if entry else 0):
            text = memory.u64(entry)
            if not text:
                return
            name, _, rest = memory.text(text, longest_name + 1 + LONGEST).partition("=")
            yield name, rest[:LONGEST]
            entry += 8
    except CorruptMemory:
        pass


def _table():
    """The address of ``environ`` that is in force: an expression would lead to the dynamic loader's own."""
    try:
        found = PLACE.search(said("with language c -- info address environ"))
    except gdb.error:
        return 0
    return int(found.group(1), 16) if found else 0
