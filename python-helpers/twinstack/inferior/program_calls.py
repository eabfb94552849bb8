"""Calls of the program's functions: where this GDB cannot make any, and what becomes of one that fails.

GDB before 14 fails to write back the registers of a processor with AMX ("Couldn't write extended
state status: Bad address"); where a breakpoint's condition calls, they never tell a stop again.
"""

import contextlib

import gdb

from ..errors import UserError
from ..gdb_features import WRITES_ALL_REGISTERS
from ..later import re
from . import read_only

CANNOT = "GDB could not call a function in the program, which GDB before 14 cannot on this processor."
POSSIBLE = WRITES_ALL_REGISTERS  # False where GDB is known to fail
SIGNALLED = re.compile(r"(?:received signal (SIG\w+).* )?while in a function called from GDB\. GDB has restored")
UNDONE = "The function that was called got %s, and the call was undone: the program stands where it was."
CALLED = re.compile(r"(?<![\w$.>:])([A-Za-z_]\w*)\s*\(")


def calls_a_function(expression):
    """Does it call a function of the program by its name? Calls of methods are not recognised."""
    return any(map(is_function, CALLED.findall(expression)))


def is_function(name):
    try:
        return gdb.parse_and_eval(name).type.code == gdb.TYPE_CODE_FUNC
    except gdb.error:  # sizeof, a type
        return False


def told(error):
    """The sentence for GDB's error about a call; None for other errors."""
    if "Couldn't write extended state status" in error:
        return CANNOT
    signalled = SIGNALLED.search(" ".join(error.split()))  # GDB breaks its lines anywhere, and from 14 on names the signal
    return signalled and UNDONE % (signalled.group(1) or "a signal")


@contextlib.contextmanager
def only_where_possible():
    """Within it GDB refuses calls where they would fail, when the function has already run."""
    if POSSIBLE or not gdb.parameter(read_only.CALLS):
        yield
        return
    try:
        with read_only.looking([read_only.CALLS]):
            yield
    except (gdb.error, UserError) as error:
        raise type(error)(CANNOT) if read_only.is_call(error) else error
