"""The registers of a native frame, in GDB's groups: those of general purpose, and groups that open."""

import re

import gdb

from .. import selection
from ..commands import operation
from ..gdb_features import UNSTYLED
from ..inferior import read_only, targets
from .members import Child
from .texts import type_name
from .values import error_text, variable

GENERAL = "general"
HIDDEN = (GENERAL, "all", "save", "restore")  # the last three are GDB's own business
LIMIT = 256
WHOLE = (gdb.TYPE_CODE_INT, gdb.TYPE_CODE_PTR, gdb.TYPE_CODE_FLAGS)  # shown with all digits


@operation("registers")
def registers(thread, level, group=None):
    """The registers of a group, each as it was when the frame was active, integers in hexadecimal
    at their full width. Those of general purpose are followed by the other groups."""
    frame = selection.frame(thread, level)
    machine = frame.architecture()
    fixed = {"attributes": ["readOnly"]} if targets.is_core() else {}
    with read_only.looking():
        rows = [dict(_row(frame, name), **fixed) for name in _names(machine, group or GENERAL)]
    return {"variables": rows if group else rows + _groups(machine)}


def _names(machine, group):
    named = (register.name for register in machine.registers(group))
    return [name for name, _ in zip(filter(None, named), range(LIMIT))]


def _groups(machine):
    """A row for each other group that has registers."""
    counts = [(each.name, len(_names(machine, each.name))) for each in machine.register_groups() if each.name not in HIDDEN]
    return [
        {"name": "[%s]" % name, "value": "", "type": "", "kind": "virtual", "group": name, "named": count}
        for name, count in counts
        if count
    ]


def _row(frame, name):
    access = "$" + name
    try:
        value = frame.read_register(name)
        if value.is_optimized_out or value.type.strip_typedefs().code not in WHOLE:
            return _shown(name, value, access)
        return {"name": name, "access": access, "type": type_name(value.type), "value": _text(value)}
    except (gdb.error, RuntimeError) as error:
        return {"name": name, "access": access, "type": "", "value": error_text(error)}


def _shown(name, value, access):
    """A row of what is no integer: a float, a vector with its elements, a value that is lost."""
    if value.is_optimized_out:
        return {"name": name, "access": access, "type": type_name(value.type), "value": "<not saved>"}
    return variable(Child(name, value, access))


def _text(value):
    """``0x`` and all digits; for flags and code addresses also what GDB makes of them."""
    size = value.type.sizeof
    digits = "0x%0*x" % (2 * size, int(value) & ((1 << 8 * size) - 1))
    meaning = re.search(r"[<\[].*", value.format_string(**UNSTYLED))
    return "%s %s" % (digits, meaning.group()) if meaning else digits
