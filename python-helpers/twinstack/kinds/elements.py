"""Numbers in raw memory, in any number of dimensions and with any strides (PEP 3118)."""

import struct

from ..errors import CorruptMemory
from .base import Item, Rows, Value

BYTE_ORDERS = "@=<>!|^"
MAX_DIMENSIONS = 64  # PyBUF_MAX_NDIM
TYPES = {"?": "bool", "c": "bytes", "e": "float", "f": "float", "d": "float"}
CHARACTERS = {"w": "utf-32-le"}  # one character of text


class View:
    """``length`` rows at ``data``; each is a number, or in more dimensions rows again.

    ``format`` is one letter of the struct module, perhaps after a byte order; ``write`` makes the
    text of an element from its bytes instead. ``shape`` and ``strides`` (bytes) are tuples; no
    strides: the elements lie one behind the other.
    """

    def __init__(self, memory, data, format, itemsize, shape, strides, write=None, kind=None):
        if not 0 <= itemsize <= 1 << 24 or any(size < 0 for size in shape):
            raise CorruptMemory(data, "no array")
        self._memory, self.data, self.format, self.itemsize = memory, data, format, itemsize
        self.shape = shape
        self.strides = contiguous(shape, itemsize) if strides is None else strides
        self._write = write or self._unpacked
        self._kind = kind or TYPES.get(format.lstrip(BYTE_ORDERS), "int")

    @property
    def length(self):
        return self.shape[0] if self.shape else 0

    def items(self, start, count):
        """A page of the rows, as kinds.base.Items; none of them is reached by an expression."""
        last = min(self.length, start + count)
        return [Item("[%d]" % index, self._row(index), None) for index in range(start, last)]

    def element(self):
        """The text of the one element of a view without dimensions."""
        return self._write(self._memory.read(self.data, self.itemsize))

    def text(self, left):
        """Nested lists of the elements as far as ``left``, a list with one number, allows; an empty
        list counts as an element, as there may be any number of them."""
        if not self.length:
            left[0] -= 1
            return "[]" if self.shape else self.element()
        shown = []
        for index in range(self.length):
            if left[0] <= 0:
                shown.append("...")
                break
            shown.append(self._inner(index).text(left))
        return "[%s]" % ", ".join(shown)

    def _row(self, index):
        inner = self._inner(index)
        if not inner.shape:
            return Value(readable(inner.element), self._kind)
        rows = Rows("indexed", inner.length, lambda start, count: pairs(inner.items(start, count)))
        return Value(inner.text([20]), "shape %s" % (inner.shape,), rows)

    def _inner(self, index):
        data = self.data + index * self.strides[0]
        return View(
            self._memory, data, self.format, self.itemsize, self.shape[1:], self.strides[1:],
            self._write, self._kind,
        )

    def _unpacked(self, data):
        code = self.format.lstrip(BYTE_ORDERS)
        if code in CHARACTERS:
            return repr(data.decode(CHARACTERS[code], "replace"))
        order = ">" if self.format[:1] in ">!" else "<"
        try:
            return repr(struct.unpack(order + native(code, self.itemsize), data)[0])
        except struct.error:  # a format of more than one member
            return repr(bytes(data))


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


def pairs(items):
    return [(item.label, item.address) for item in items]


def readable(read):
    """The text that ``read()`` gives, or the error."""
    try:
        return read()
    except CorruptMemory as error:
        return "<error: %s>" % error
