"""Calls of the program's functions, in the selected thread: by hand or, on a processor for which that is not known, by GDB."""

import gdb

from ...errors import UserError
from ...inferior.symbols import symbol
from . import gdb_calls, hand_calls, scratch


def address(name):
    found = symbol(name)
    if not found:
        raise UserError("The program has no function %s, without which Python breakpoints cannot be set." % name)
    return found


def called(name, *arguments, others=False, limit=None):
    """A generator (errands): what the program's function of that name returns for integers, as an unsigned one of 64 bits.

    ``others``: as of runs.until; needed where it waits for another thread. ``limit``: as of runs.until.
    """
    if hand_calls.are_possible():
        memory = yield from scratch.made()
        return (yield from hand_calls.call(address(name), arguments, memory, others, limit))
    return gdb_calls.call(address(name), arguments)


def followed(work, name, *arguments):
    """A generator (errands): what a generator comes to, with a function called behind it; also by the program itself, when GDB has gone."""
    thread = gdb.selected_thread()
    try:
        with hand_calls.followed_by(address(name), *arguments):
            found = yield from work
    except GeneratorExit:  # there is no program any more
        raise
    except BaseException:
        thread.switch()
        yield from called(name, *arguments)
        raise
    thread.switch()
    yield from called(name, *arguments)
    return found
