"""The layout of a CPython out of the debug information that GDB has read of it.

What tools/make_layout.py makes the tables of, and what is taken in place of a table for a version
that has none.
"""

import gdb

from ...inferior.symbols import in_c
from .wanted import CONSTANTS, EVERY, STRUCTS

AGGREGATES = (gdb.TYPE_CODE_STRUCT, gdb.TYPE_CODE_UNION)
BASES = ("", None, "ob_base", "_base")  # members of these count as the struct's own
PADDING = "_aligner"  # CPython 3.14 on, Include/object.h


def find(names):
    """The first of these types that is defined, not only declared; or None."""
    for name in names:
        try:
            found = gdb.lookup_type(name).strip_typedefs()
        except gdb.error:
            continue
        if found.code in AGGREGATES and found.fields():
            return found
    return None


def members(struct, prefix="", base=0):
    """All members as (dotted name, [byte offset, size, C type] + [bit, width] for a bit-field)."""
    for field in struct.fields():
        if not hasattr(field, "bitpos") or field.name == PADDING:  # a static member has no place
            continue
        bits = base * 8 + field.bitpos
        if field.name not in BASES:
            yield prefix + field.name, entry(field, bits)
        if field.type.strip_typedefs().code in AGGREGATES:
            inner = prefix if field.name in BASES else prefix + field.name + "."
            yield from members(field.type.strip_typedefs(), inner, bits // 8)


def entry(field, bits):
    where = [bits // 8, field.type.sizeof, str(field.type)]
    return where + [bits % 8, field.bitsize] if field.bitsize else where


def layout(struct, wanted):
    fields = {}
    for name, where in members(struct):
        if wanted is EVERY or name in wanted:
            fields.setdefault(name, where)
    return {"size": struct.sizeof, "fields": fields}


def structs():
    """{name: {"size", "fields"}} of all STRUCTS that are defined; the others are not in it."""
    found = {name: (find(names), wanted) for name, (names, wanted) in STRUCTS.items()}
    return {name: layout(*pair) for name, pair in found.items() if pair[0] is not None}


def constants():
    """{name: value} of those CONSTANTS that this version has."""
    found = {name: in_c("(long)" + name) for name in CONSTANTS}
    return {name: value for name, value in found.items() if value is not None}
