"""Write a layout table from the DWARF of the ELF file that GDB was started on; runs inside GDB.

Started by make_layout.py, which puts into TWINSTACK_LAYOUT the JSON object {"version", "flavour",
"architecture", "out": path}. Prints the names of structs that were not found.
"""

import json
import os
import sys

import gdb

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from layout_structs import CONSTANTS, EVERY, STRUCTS  # noqa: E402

AGGREGATES = (gdb.TYPE_CODE_STRUCT, gdb.TYPE_CODE_UNION)
BASES = ("", None, "ob_base", "_base")  # members of these count as the struct's own


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
        if not hasattr(field, "bitpos"):  # a static member
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


def constants():
    found = {}
    for name in CONSTANTS:
        try:
            found[name] = int(gdb.parse_and_eval(name))
        except gdb.error:  # this version has no such constant
            pass
    return found


def text(table):
    """JSON with one member per line, so that the difference of two versions reads well."""
    lines = ["{"]
    for key in ("version", "flavour", "architecture"):
        lines.append(" %s: %s," % (json.dumps(key), json.dumps(table[key])))
    lines.append(' "constants": {\n%s\n },' % members_text("  ", table["constants"]))
    lines.append(' "structs": {')
    structs = [struct_text(*item) for item in sorted(table["structs"].items())]
    return "\n".join(lines) + "\n" + ",\n".join(structs) + "\n }\n}\n"


def members_text(indent, members):
    return ",\n".join(
        "%s%s: %s" % (indent, json.dumps(k), json.dumps(v)) for k, v in members.items()
    )


def struct_text(name, struct):
    fields = members_text("   ", struct["fields"])
    return '  "%s": {"size": %d, "fields": {\n%s\n  }}' % (name, struct["size"], fields)


def main():
    job = json.loads(os.environ["TWINSTACK_LAYOUT"])
    found = {name: (find(names), wanted) for name, (names, wanted) in STRUCTS.items()}
    structs = {name: layout(*pair) for name, pair in found.items() if pair[0] is not None}
    table = dict(job, structs=structs, constants=constants())
    with open(job["out"], "w") as out:
        out.write(text(table))
    absent = ", ".join(name for name, pair in found.items() if pair[0] is None)
    print("%s: %d structs; not in this version: %s" % (job["out"], len(structs), absent or "none"))


main()
