"""The module of a function of Cython's: its names in Python, and its variables of C (``cdef int count``, which is ``__pyx_v_5chain_count``)."""

import gdb

from ..native.members import read
from ..objects import scope_variables
from .functions import module_prefix
from .names import VARIABLE

NAMES, STATE = "__pyx_d", "__pyx_mstate_global"  # its dict: a variable, since Cython 3 a member of another
MOST = 1000  # variables of C


def names(frame):
    """Address of the dict of its names; 0 where debug information does not lead there, or it does not exist yet."""
    block = frame.block()
    try:
        found = gdb.lookup_symbol(NAMES, block)[0]
        if found is not None:
            return int(found.value())
        state = gdb.lookup_symbol(STATE, block)[0]
        return int(state.value()[NAMES]) if state is not None else 0
    except gdb.error:
        return 0


def variable(frame, name):
    """The name in C of a variable of the module's; None where it has none of that name."""
    wanted = VARIABLE + module_prefix(frame) + name
    return wanted if gdb.lookup_symbol(wanted, frame.block())[0] is not None else None


def variables(frame):
    """Children for the variables that a module declares in C (``cdef int counted``), in the order of their lines."""
    prefix = VARIABLE + module_prefix(frame)
    symbols = [symbol for symbol in frame.block().static_block if symbol.is_variable and symbol.name.startswith(prefix)]
    return [_child(symbol, symbol.name[len(prefix) :]) for symbol in sorted(symbols, key=lambda each: each.line)[:MOST]]


def _child(symbol, name):
    return read(name, symbol.value, name)


def rows(readers, mapping, start, count):
    """VARIABLEs of a page of its names."""
    return scope_variables.rows(readers, scope_variables.named(readers, readers.dicts.items(mapping, start, count)))
