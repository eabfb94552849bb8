"""Calls of the program's functions by GDB, where it can."""

import gdb

from ..errors import UserError

CALL = "((unsigned long (*)(%s))%d)(%s)"


def call(function, arguments):
    """What the function at an address returns to integers, as an unsigned one of 64 bits."""
    types = ", ".join(["unsigned long"] * len(arguments)) or "void"
    expression = CALL % (types, function, ", ".join("%dUL" % each for each in arguments))
    language = gdb.parameter("language")
    gdb.execute("set language c", to_string=True)
    try:  # not by gdb.execute, which would hold back what is told within the call
        return int(gdb.parse_and_eval(expression)) & (1 << 64) - 1
    except gdb.error as error:
        raise UserError("GDB could not call a function in the program, at %#x: %s" % (function, error))
    finally:
        gdb.execute("set language " + language, to_string=True)
