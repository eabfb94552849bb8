"""Elements of NumPy's arrays, by the kind, size and byte order of their dtype: numbers, texts, objects and records.

Each has ``name``, what the dtype is called; ``size`` in bytes; ``text(address)``; and ``content(address)``, the child that it is: a Value, or the address of an object.
"""

import math
import struct

from .base import Rows, Value
from .elements import number_text, readable

SHOWN_FIELDS = 10  # in the name of a type
MAX_DIGITS = 9  # of a float of 32 bits
SMALLEST, LARGEST = 1e-4, 1e16  # floats that are written without an exponent
NUMBERS = {"b": "?", "i1": "b", "i2": "h", "i4": "i", "i8": "q", "u1": "B", "u2": "H", "u4": "I"}
NUMBERS.update({"u8": "Q", "f2": "e", "f4": "f", "f8": "d", "c8": "ff", "c16": "dd"})


class Plain:
    """Elements of one kind: the letter of a dtype's ``kind``, bytes, byte order ">" or "<"; floats
    from ``largest`` on have an exponent."""

    def __init__(self, memory, kind, size, order, largest=LARGEST):
        self._memory, self._kind, self.size, self._order = memory, kind, size, order
        self._largest = largest

    @property
    def name(self):
        names = {"b": "bool", "i": "int", "u": "uint", "f": "float", "c": "complex"}
        if self._kind in names:
            return names[self._kind] + ("" if self._kind == "b" else str(8 * self.size))
        return "%s%d" % (self._kind, self.size // (4 if self._kind == "U" else 1))

    def content(self, address):
        return Value(readable(lambda: self.text(address)), self.name)

    def text(self, address):
        data = self._memory.read(address, self.size)
        if self._kind == "S":
            return repr(data.rstrip(b"\0"))
        if self._kind == "U":
            codec = "utf-32-be" if self._order == ">" else "utf-32-le"
            return repr(data.decode(codec, "replace").rstrip("\0"))
        return self._number(data)

    def _number(self, data):
        letter = NUMBERS.get("b" if self._kind == "b" else "%s%d" % (self._kind, self.size))
        if letter is None:
            return repr(data)
        found = struct.unpack(self._order + letter, data)
        if self._kind == "c":
            return complex_text(*found, letter=letter[0], largest=self._largest)
        if self._kind == "f":
            return float_text(found[0], letter, self._largest)
        return number_text(found[0])


def float_text(number, letter, largest=LARGEST):
    """A float of ``letter`` in the struct module like NumPy's repr(): with the fewest digits that are
    read as the same, and an exponent from ``largest`` on."""
    if letter not in "ef" or not math.isfinite(number):
        return repr(number)
    text = shortest(number, letter)
    has_exponent = number and not SMALLEST <= abs(number) < largest
    return text if has_exponent else repr(float(text))


def shortest(number, letter):
    """A number with an exponent, in the fewest digits that read back as the same."""
    for digits in range(MAX_DIGITS):
        text = "%.*e" % (digits, number)
        try:
            if struct.unpack(letter, struct.pack(letter, float(text)))[0] == number:
                break
        except OverflowError:  # rounded up beyond the largest one
            pass
    return text


def complex_text(real, imaginary, letter, largest=LARGEST):
    """Like repr(): without parentheses where the real part is 0."""
    parts = [float_text(part, letter, largest) for part in (real, imaginary)]
    parts = [part[:-2] if part.endswith(".0") else part for part in parts]
    if parts[0] == "0":
        return parts[1] + "j"
    sign = "" if parts[1].startswith("-") else "+"
    return "(%s%s%sj)" % (parts[0], sign, parts[1])


class Objects:
    """Elements that are pointers to objects; ``show`` gives the text of one."""

    name, size = "object", 8

    def __init__(self, memory, show):
        self._memory, self._show = memory, show

    def content(self, address):
        return self._memory.u64(address) or Value(self.text(address))

    def text(self, address):
        return self._show(self._memory.u64(address))


class Record:
    """Elements of a structured dtype: ``fields`` are (name, offset, element)."""

    type = "void"

    def __init__(self, fields, size):
        self._fields, self.size = fields, size

    @property
    def name(self):
        """As numpy.dtype takes it, with the names of its first fields' types."""
        shown = ["(%r, %s)" % (name, quoted(element)) for name, _, element in self._fields[:SHOWN_FIELDS]]
        return "[%s]" % ", ".join(shown + ["..."] * (len(self._fields) > SHOWN_FIELDS))

    def content(self, address):
        found = [
            (name, element.content(address + at), "[%r]" % name)
            for name, at, element in self._fields
        ]
        rows = Rows("named", len(found), lambda start, count: found[start : start + count])
        return Value(readable(lambda: self.text(address)), self.type, rows)

    def text(self, address):
        shown = (element.text(address + at) for _, at, element in self._fields)
        return "(%s)" % ", ".join(shown)


def quoted(element):
    """The name of an element's type as a literal; a structured one has one already."""
    return element.name if isinstance(element, Record) else repr(element.name)
