"""Which members are bit-fields: gdb.Value does not tell."""

import gdb

from ..later import re
from ..native.type_codes import POINTERS, STRUCTS

_MEMBER = re.compile(r"(.+?)(?:\.|->)\s*(\w+)", re.DOTALL)


def is_one(expression):
    """Whether an expression names a member that is a bit-field. Raises GDB's errors."""
    found = _MEMBER.fullmatch(expression.strip())
    return found is not None and is_in(gdb.parse_and_eval(found.group(1)).type, found.group(2))


def is_in(kind, name):
    """Whether ``name`` is a bit-field of a struct, or of what a pointer or reference leads to."""
    kind = kind.strip_typedefs()
    if kind.code in POINTERS:
        kind = kind.target().strip_typedefs()
    field = _field(kind, name) if kind.code in STRUCTS else None
    return field is not None and field.bitsize > 0


def _field(kind, name):
    """The gdb.Field of a struct, of its bases or of its anonymous members; or None."""
    for field in kind.fields():
        inner = field.type.strip_typedefs()
        if field.name == name:
            return field
        if (field.is_base_class or not field.name) and inner.code in STRUCTS:
            found = _field(inner, name)
            if found is not None:
                return found
    return None
