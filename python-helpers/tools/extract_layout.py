"""Write a layout table from the DWARF of the ELF file that GDB was started on; runs inside GDB.

Started by make_layout.py, which puts into TWINSTACK_LAYOUT the JSON object {"version", "flavour",
"architecture", "source", "out": path}. Prints the names of structs that were not found.
"""

import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
from twinstack.cpython.layouts import dwarf  # noqa: E402
from twinstack.cpython.layouts.wanted import STRUCTS  # noqa: E402


def text(table):
    """JSON with one member per line, so that the difference of two versions reads well."""
    lines = ["{"]
    for key in ("version", "flavour", "architecture", "source"):
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
    table = dict(job, structs=dwarf.structs(), constants=dwarf.constants())
    with open(job["out"], "w") as out:
        out.write(text(table))
    absent = ", ".join(sorted(set(STRUCTS) - set(table["structs"])))
    counted = job["out"], len(table["structs"]), absent or "none"
    print("%s: %d structs; not in this version: %s" % counted)


main()
