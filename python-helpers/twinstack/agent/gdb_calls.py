"""Calls of the program's functions by GDB, where it can."""

from .. import inferior
from ..errors import UserError

CALL = "((unsigned long (*)(%s))%d)(%s)"


def call(function, arguments):
    """What the function at an address returns to integers, as an unsigned one of 64 bits."""
    types = ", ".join(["unsigned long"] * len(arguments)) or "void"
    found = inferior.in_c(CALL % (types, function, ", ".join("%dUL" % each for each in arguments)))
    if found is None:
        raise UserError("GDB could not call a function in the program, at %#x." % function)
    return found & (1 << 64) - 1
