"""The registers of a native frame: those of general purpose, the program counter and the flags.

Vector registers are left out: GDB 12 and 13 fail on those of AMX machines.
"""

import re

import gdb

from . import selection
from .commands import operation
from .gdb_features import UNSTYLED
from .texts import type_name
from .values import error_text

GROUP = "general"
LIMIT = 128


@operation("registers")
def registers(thread, level):
    """Each register as it was when the frame was active; hexadecimal at its full width."""
    frame = selection.frame(thread, level)
    descriptors = frame.architecture().registers(GROUP)
    return {"variables": [_row(frame, register.name) for register, _ in zip(descriptors, range(LIMIT))]}


def _row(frame, name):
    row = {"name": name, "access": "$" + name, "attributes": ["readOnly"], "type": ""}
    try:
        value = frame.read_register(name)
        row.update(type=type_name(value.type), value=_text(value))
    except (gdb.error, RuntimeError) as error:
        row["value"] = error_text(error)
    return row


def _text(value):
    """``0x`` and all digits; for flags and code addresses also what GDB makes of them."""
    if value.is_optimized_out:
        return "<not saved>"
    size = value.type.sizeof
    digits = "0x%0*x" % (2 * size, int(value) & ((1 << 8 * size) - 1))
    meaning = re.search(r"[<\[].*", value.format_string(**UNSTYLED))
    return "%s %s" % (digits, meaning.group()) if meaning else digits
