"""A native value as the JSON form VARIABLE: its text, its type, and what it opens into."""

import gdb

from .. import handles
from ..inferior import program_calls
from ..later import re
from ..objects import locations
from ..time_limit import TookTooLong
from . import dynamic_types, previews, printers, python_pointers
from .accesses import Reach
from .members import Elements, Fields, Target
from .texts import error_text, formatted, is_string, type_name, without_printers
from .type_codes import REFERENCES, STRUCTS

_SCALARS = (
    gdb.TYPE_CODE_INT,
    gdb.TYPE_CODE_FLT,
    gdb.TYPE_CODE_BOOL,
    gdb.TYPE_CODE_CHAR,
    gdb.TYPE_CODE_ENUM,
)
_CLOSED = (gdb.TYPE_CODE_VOID, gdb.TYPE_CODE_FUNC)
MOST_CHILDREN = (1 << 31) - 1  # what DAP's clients can count; more are no container's but garbage's
_UNNAMED = re.compile(r"[{}&]|<lambda|<unnamed|\(anonymous")
_LEAVES = ("<optimized out>", "<unavailable>", "<incomplete type>", "0x0")


def variable(child):
    """The VARIABLE of a members.Child; whatever goes wrong is its value, never an exception."""
    try:
        return readable(child)
    except (Exception, TookTooLong) as error:  # GDB's many kinds, and those of a printer's own values
        return dict(_named(child), value=error_text(error))


def readable(child):
    """As ``variable``, but GDB's errors are raised."""
    if isinstance(child.value, gdb.Value):
        child = dynamic_types.as_it_is(child)
        return {**_named(child), **describe(child)}
    if isinstance(child.value, (Exception, TookTooLong)):
        return dict(_named(child), value=error_text(child.value))
    return dict(_named(child), value=printers.as_text(child.value))


def _named(child):
    row = {"name": child.name, "type": ""}
    if isinstance(child.value, gdb.Value):
        row["type"] = type_name(child.value.type)
    if child.access is not None:
        row["access"] = child.access
    elif isinstance(child.value, gdb.Value):
        row.update(_placed_expression(child.value))
    return row


def _placed_expression(value):
    """{"expression"} of a value that no path of names leads to, by its address: an element of a
    container, a variable that is hidden. Without it for what is in no memory, and for types whose
    names GDB cannot read."""
    try:
        name = str(value.type.pointer())
        if value.address is None or _UNNAMED.search(name):
            return {}
        return {"expression": "(*(%s) 0x%x)" % (name, int(value.address))}
    except (gdb.error, RuntimeError):
        return {}


def words(error):
    """GDB's refusal as a sentence; of a call that failed, what became of it."""
    return program_calls.told(str(error)) or str(error).rstrip(".") + "."


def describe(child):
    """"value" and what opens it ("object" or "handle", "named", "indexed"), "memory"; "code": the
    address of a C function, for the operation ``code-location``.

    A ``PyObject *`` or PyObject is described as its Python value, with a "type" of its own. Raises GDB's
    errors.
    """
    value = child.value
    kind = value.type.strip_typedefs()
    if kind.code in REFERENCES:
        return describe(child._replace(value=value.referenced_value()))
    if kind.code in _SCALARS and value.type.name == kind.name:
        return _placed({"value": formatted(value)}, value, kind)
    address = python_pointers.address_in(value, kind)
    is_of_head = child.is_head and value.address is not None and address in range(int(value.address), int(value.address) + kind.sizeof)
    return _pretty(child, kind) if address is None or is_of_head else _python(child, kind, address)


def _python(child, kind, address):
    """As the Python object; where there is none at that address, as the C value with the reason."""
    row = python_pointers.describe(child.value, kind, address)
    return row if "object" in row else dict(_plain(child, kind), **row)


def _pretty(child, kind):
    """As its pretty-printer shows it; as GDB sees it where there is none, or with the error told
    when that fails."""
    try:
        shown = printers.shown(child.value)
    except printers.PrinterError as error:
        with without_printers():
            return dict(_plain(child, kind), value=str(error))
    if shown is None:
        return _plain(child, kind)
    row = {"value": previews.with_children(shown)}
    if shown.items is not None:
        row.update(_opened(shown.items))
    return _placed(row, child.value, kind)


def _plain(child, kind):
    text = formatted(child.value)
    row = {"value": text}
    container = None if text in _LEAVES else _container(child, kind)
    if container is not None:
        row.update(_opened(container))
    row.update(_function(child.value, kind))
    return _placed(row, child.value, kind)


def _function(value, kind):
    """{"code": address} of a function, or of what a pointer to one points to, that has a line."""
    if kind.code == gdb.TYPE_CODE_FUNC:
        address = int(value.address)
    elif kind.code == gdb.TYPE_CODE_PTR and kind.target().strip_typedefs().code == gdb.TYPE_CODE_FUNC:
        address = int(value)
    else:
        return {}
    return {"code": hex(address)} if locations.c_function(address) else {}


def _container(child, kind):
    """What the value opens into, or None for a leaf."""
    if kind.code in STRUCTS:
        return Fields(child.value, child.reach) if len(kind) else None
    if kind.code == gdb.TYPE_CODE_ARRAY:
        return Elements(child.value)
    if kind.code == gdb.TYPE_CODE_PTR:
        return _pointed(child, kind.target().strip_typedefs())
    return None


def _pointed(child, target):
    """A struct behind a pointer opens as its fields, unless a pretty-printer shows it better."""
    pointer = child.value
    if target.code in _CLOSED or is_string(pointer.type.strip_typedefs()):
        return None
    if target.code not in STRUCTS:
        return Target(pointer, "*" + child.name)
    if not len(target):
        return None
    pointed = pointer.dereference()
    if printers.has_printer(pointed):
        return Target(pointer, "*" + child.name)
    return Fields(pointed, Reach("->", pointed.type))


def _opened(container):
    row = {"handle": handles.keep(container)}
    if container.count:
        row[container.sort] = min(container.count, MOST_CHILDREN)
    return row


def _placed(row, value, kind):
    """The row with "memory": where the value is, or where it points to; without it for NULL and for
    what is in no memory."""
    place = value if kind.code == gdb.TYPE_CODE_PTR else value.address
    if place is not None and int(place):
        row["memory"] = hex(int(place))
    return row
