"""Calls of the program's functions by GDB, where it can."""

import gdb

from ...errors import UserError
from ...inferior import inferior_calls

# CPython is not to be left in the midst of what it does: a call is not undone, and one that takes long ends in GDB alone.
SETTINGS = {"language": "c", "unwindonsignal": "off", "direct-call-timeout": 2, "indirect-call-timeout": 2, "unwind-on-timeout": "off"}
CALL = "((unsigned long (*)(%s))%d)(%s)"


def call(function, arguments):
    """What the function at an address returns to integers, as an unsigned one of 64 bits."""
    types = ", ".join(["unsigned long"] * len(arguments)) or "void"
    expression = CALL % (types, function, ", ".join("%dUL" % each for each in arguments))
    inferior_calls.runs(gdb.selected_thread().global_num)
    before = [(name, gdb.parameter(name)) for name in SETTINGS if _has(name)]
    for name, _ in before:
        _set(name, SETTINGS[name])
    try:  # not by gdb.execute, which would hold back what is told within the call
        return int(gdb.parse_and_eval(expression)) & (1 << 64) - 1
    except gdb.error as error:
        raise UserError("GDB could not call a function in the program, at %#x: %s" % (function, error))
    finally:
        for name, value in before:
            _set(name, {True: "on", False: "off", None: "unlimited"}.get(value, value))


def _has(name):
    try:
        gdb.parameter(name)
        return True
    except RuntimeError:  # GDB before 14 has no time limits
        return False


def _set(name, value):
    gdb.execute("set %s %s" % (name, value), to_string=True)
