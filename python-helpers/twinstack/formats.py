"""How values are shown: integers in which base, how much of a string, and whether with what only code of the program tells.

The base belongs to one operation, which asks for it with ``"hex": true``; the others to the session.
"""

import contextlib

import gdb

from .errors import UserError

LARGEST_STRING = 100000
COPIED = 1000000  # characters that a client may copy; with longer strings COPIED_TIMES as many
COPIED_TIMES = 100

_hexadecimal = False
_string = None
_copying = False
_offers_code = False


def integer(value):
    """The text of an int in the base that was asked for."""
    return hex(value) if _hexadecimal else str(value)


def is_hexadecimal():
    return _hexadecimal


def string_limit(default):
    """Characters of a string that are shown; ``default`` where the user did not say."""
    if _copying:
        return copied_limit()
    return default if _string is None else _string


def copied_limit():
    """Characters of a value that is read in full."""
    return max(COPIED, COPIED_TIMES * (_string or 0))


def show_strings(length):
    """From now on that many characters of a string are shown: 1 to LARGEST_STRING."""
    global _string
    if not isinstance(length, int) or not 1 <= length <= LARGEST_STRING:
        raise UserError(
            "The characters of a string that are shown must be 1 to %d, not %r."
            % (LARGEST_STRING, length)
        )
    _string = length


def offer_code():
    """From now on there are rows for which the client runs code in the program, where its user asks for it."""
    global _offers_code
    _offers_code = True


def offers_code():
    return _offers_code


@contextlib.contextmanager
def copying():
    """Inside, a string is shown in full."""
    global _copying
    _copying = True
    try:
        yield
    finally:
        _copying = False


@contextlib.contextmanager
def in_base(hexadecimal):
    """Inside, integers are shown in hexadecimal when that is true.

    GDB's own values by its output radix: unlike its format /x it leaves floats, strings, names of
    enumerators and pointers as they are (GDB manual, "Numbers").
    """
    global _hexadecimal
    if not hexadecimal:
        yield
        return
    radix, _hexadecimal = gdb.parameter("output-radix"), True
    _set_radix(16)
    try:
        yield
    finally:
        _hexadecimal = False
        _set_radix(radix)


def _set_radix(radix):
    gdb.execute("set output-radix %d" % radix, to_string=True)
