"""The program's environment as it is in its memory: also what it has set since it was started (environ(7))."""

import re

import gdb

from .errors import CorruptMemory
from .said import said

MOST = 10000  # variables
LONGEST = 4096  # bytes of one that is looked for
PLACE = re.compile(r" at (?:address )?(0x[0-9a-f]+)")


def value(memory, name):
    """The text of a variable, cut at LONGEST bytes; None where it is not set, or where the environment is cannot be told."""
    try:
        table = _table()
        entry = memory.u64(table) if table else 0
        for _ in range(MOST if entry else 0):
            text = memory.u64(entry)
            if not text:
                return None
            found, _, rest = memory.text(text, len(name) + 1 + LONGEST).partition("=")
            if found == name:
                return rest
            entry += 8
    except CorruptMemory:
        pass
    return None


def _table():
    """The address of ``environ`` that is in force: an expression would lead to the dynamic loader's own."""
    try:
        found = PLACE.search(said("with language c -- info address environ"))
    except gdb.error:
        return 0
    return int(found.group(1), 16) if found else 0
