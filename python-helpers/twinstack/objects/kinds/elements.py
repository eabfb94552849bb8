"""Numbers in raw memory, in any number of dimensions and with any strides (PEP 3118)."""

import struct

from ... import formats
from ...errors import CorruptMemory
from .base import Rows, Value, numbered

BYTE_ORDERS = "@=<>!|^"
TYPES = {"?": "bool", "c": "bytes", "e": "float", "f": "float", "d": "float", "w": "str"}
CHARACTERS = {"w": "utf-32-le"}  # one character of text
SHOWN = 20  # elements in the text of a row
MAX_ITEM = 1 << 24  # bytes


class Number:
    """An element that one letter of the struct module describes, perhaps after a byte order."""

    def __init__(self, memory, format, size):
        self._memory, self.format, self.size = memory, format, size

    def content(self, address):
        """The element as a child: a Value, or the address of an object."""
        return Value(readable(lambda: self.text(address)), self.type)

    @property
    def type(self):
        return TYPES.get(self.format.lstrip(BYTE_ORDERS), "int")

    def text(self, address):
        data, code = self._memory.read(address, self.size), self.format.lstrip(BYTE_ORDERS)
        if code in CHARACTERS:
            return repr(data.decode(CHARACTERS[code], "replace"))
        order = ">" if self.format[:1] in ">!" else "<"
        try:
            (number,) = struct.unpack(order + native(code, self.size), data)
        except (struct.error, ValueError):  # a format of more than one member, or none at all
            return repr(data)
        return number_text(number)


class View:
    """``length`` rows at ``data``; each is an element, or in more dimensions rows again.

    ``element`` is a Number or the like, with ``size``, ``text(address)`` and ``content(address)``.
    ``shape`` and ``strides`` (bytes) are tuples; no strides: the elements lie one behind the other.
    """

    def __init__(self, data, element, shape, strides=None):
        if not 0 <= element.size <= MAX_ITEM or any(size < 0 for size in shape):
            raise CorruptMemory(data, "no array")
        self.data, self.element, self.shape = data, element, shape
        self.strides = contiguous(shape, element.size) if strides is None else strides

    @property
    def length(self):
        return self.shape[0] if self.shape else 0

    def items(self, start, count):
        """A page of the rows, as kinds.base.Items."""
        last = min(self.length, start + count)
        return numbered(start, [self._row(index) for index in range(start, last)])

    def text(self, left=SHOWN):
        """The first elements as nested lists, ``left`` of them at most."""
        return self._text([left])

    def _text(self, left):
        """As far as ``left``, a list with one number, allows; an empty list counts as an element, as
        there may be any number of them."""
        if not self.length:
            left[0] -= 1
            return "[]" if self.shape else self.element.text(self.data)
        shown = []
        for index in range(self.length):
            if left[0] <= 0:
                shown.append("...")
                break
            shown.append(self._inner(index)._text(left))
        return "[%s]" % ", ".join(shown)

    def _row(self, index):
        inner = self._inner(index)
        if not inner.shape:
            return self.element.content(inner.data)
        return Value(readable(inner.text), "shape %s" % (inner.shape,), inner.rows())

    def rows(self):
        """What a Value that is this view opens into."""
        return Rows("indexed", self.length, lambda start, count: rows_of(self.items(start, count)), len(self.shape))

    def part(self, first, last):
        """The View of the rows from ``first`` to before ``last``."""
        data = self.data + first * self.strides[0]
        return View(data, self.element, (last - first,) + self.shape[1:], self.strides)

    def _inner(self, index):
        data = self.data + index * self.strides[0]
        return View(data, self.element, self.shape[1:], self.strides[1:])


def native(code, size):
    """The letter of the standard size that this one has here: a long has 8 bytes."""
    return {"l": "q", "L": "Q", "n": "q", "N": "Q", "P": "Q"}.get(code, code) if size == 8 else code


def contiguous(shape, itemsize):
    """The strides of elements that lie one behind the other, the last index fastest."""
    strides, step = [], itemsize
    for size in reversed(shape):
        strides.append(step)
        step *= size
    return tuple(reversed(strides))


def rows_of(items):
    """A page of Items as (label, content, access) each."""
    return [(item.label, item.address, item.access) for item in items]


def number_text(number):
    """Like repr(); an int in the base that was asked for."""
    return formats.integer(number) if type(number) is int else repr(number)


def readable(read):
    """The text that ``read()`` gives, or the error."""
    try:
        return read()
    except CorruptMemory as error:
        return "<error: %s>" % error
