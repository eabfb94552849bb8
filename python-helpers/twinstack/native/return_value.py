"""What a function returned that the program has just left by GDB's ``finish``."""

import gdb

from .. import gdb_features, session
from ..commands import operation
from ..inferior import read_only
from ..objects import variables
from ..said import said
from .members import Child
from .values import variable as described

NAME = "Return value"
NOT_FOUND = "<not known: GDB before 13 looks for some objects of C++ classes in the wrong place>"
IN_REGISTERS = 16  # bytes that a function returns in registers at most (x86-64, AArch64)


@operation("return-value")
def return_value(variable, reached):
    """{"variables": [VARIABLE]} of what GDB's ``variable`` ("$1") holds, the result of ``finish``;
    ``reached``: by that name, else by no expression. A number is the address of a Python object that a function of Python returned."""
    if not variable.startswith("$"):
        row = variables.variable(session.python().readers, NAME, int(variable, 0))
        return {"variables": [dict(row, kind="virtual", attributes=["readOnly"])]}
    value = gdb.parse_and_eval(variable)
    if _may_be_wrong(value.type.strip_typedefs()):
        value = NOT_FOUND
    with read_only.looking():
        row = described(Child(NAME, value, variable if reached else None))
    return {"variables": [dict(row, kind="virtual", attributes=["readOnly"])]}


def _may_be_wrong(kind):
    """GDB 10 takes an object that is copied by its class's own code for one in registers."""
    return (
        not gdb_features.FINDS_RETURNED_OBJECTS
        and kind.code == gdb.TYPE_CODE_STRUCT
        and kind.sizeof <= IN_REGISTERS
        and "c++" in said("show language")
    )
