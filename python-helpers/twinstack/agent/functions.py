"""Calls of the program's functions, in the selected thread: by GDB, or by hand where it cannot."""

from .. import inferior
from ..errors import UserError
from . import gdb_calls, hand_calls, scratch


def address(name):
    found = inferior.symbol(name)
    if not found:
        raise UserError("The program has no function %s, without which Python breakpoints cannot be set." % name)
    return found


def called(name, *arguments, others=False, limit=None):
    """A generator (errands): what a function of integers returns, as an unsigned one of 64 bits.

    ``others``: whether all threads run from the beginning, as they must where it waits for one of them. ``limit`` (limits.Limit):
    it runs code of the user's, and so by hand where it can be: nothing ends a call of GDB's but what would leave CPython in the middle of it.
    """
    if hand_calls.NEEDED or limit and hand_calls.are_possible():
        memory = yield from scratch.made()
        return (yield from hand_calls.call(address(name), arguments, memory, others, limit))
    return gdb_calls.call(address(name), arguments)
