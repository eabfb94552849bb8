"""The values of ints, whose digits each version keeps in its own way."""

import struct

from ..errors import CorruptMemory
from .strings import checked_length

DIGIT_BITS = 30  # PyLong_SHIFT of every 64-bit build, Include/cpython/longintrepr.h
HEAD = struct.Struct("<QI")  # sign and size, and the first digit, which lies behind them in every version
MAX_DIGITS = 2000  # 60,000 bits, 18,000 decimal digits
_size_and_digit = struct.Struct("<qI").unpack_from


class Ints:
    """int objects whose sign and number of digits are in ob_size (up to CPython 3.11)."""

    def __init__(self, memory, layout):
        self._memory = memory
        self._tag = layout.offset("PyVarObject", "ob_size")
        self._digits = layout.offset("PyLongObject", "ob_digit")

    def sign_and_size(self, number):
        """(-1, 0 or 1; number of 30-bit digits)"""
        return self._split(self._memory.u64(number + self._tag), number)

    def _split(self, word, number):
        """(-1, 0 or 1; number of digits) from the word that has both, ob_size."""
        size = word - (word >> 63 << 64)
        return (size > 0) - (size < 0), checked_length(abs(size), number)

    def value(self, number):
        """The int itself; None when it has more than MAX_DIGITS digits."""
        word, digit = HEAD.unpack(self._memory.read(number + self._tag, HEAD.size))
        sign, size = self._split(word, number)
        if size == 1 and not digit >> DIGIT_BITS:
            return sign * digit
        if size > MAX_DIGITS:
            return None
        digits = struct.unpack("<%dI" % size, self._memory.read(number + self._digits, 4 * size))
        return sign * join_digits(digits, number)

    def small(self, head):
        """The int whose object begins with the bytes ``head``; None unless it has one digit."""
        size, digit = _size_and_digit(head, self._tag)
        return size * digit if -1 <= size <= 1 and not digit >> DIGIT_BITS else None


class TaggedInts(Ints):
    """int objects whose lv_tag is size << 3 | sign (CPython 3.12 on, longintrepr.h)."""

    def __init__(self, memory, layout):
        self._memory = memory
        self._tag = layout.offset("PyLongObject", "long_value.lv_tag")
        self._digits = layout.offset("PyLongObject", "long_value.ob_digit")

    def _split(self, word, number):
        return 1 - (word & 3), checked_length(word >> 3, number)

    def small(self, head):
        tag, digit = _size_and_digit(head, self._tag)
        return (1 - (tag & 3)) * digit if 0 <= tag < 16 and not digit >> DIGIT_BITS else None


def join_digits(digits, number):
    value = 0
    for digit in reversed(digits):
        if digit >> DIGIT_BITS:
            raise CorruptMemory(number, "no int")
        value = value << DIGIT_BITS | digit
    return value
