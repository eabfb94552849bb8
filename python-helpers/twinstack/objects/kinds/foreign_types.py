"""The classes of ctypes: how their C values lie in memory (CPython: Modules/_ctypes/ctypes.h).

What a value looks like is told by its class: ``_type_`` of simple values, pointers and arrays,
``_length_`` of arrays, and the descriptors of a structure's fields.
"""

from ...errors import CorruptMemory
from .base import Kind, Rows, Value
from .elements import Number, View, readable

MAX_FIELDS = 200
MAX_LENGTH = 1 << 32
MAX_TEXT = 250
MAX_DEPTH = 16  # classes within classes
TEXTS = "zZ"  # c_char_p, c_wchar_p
ADDRESSES = "PO"  # c_void_p, py_object
BIT_FIELD = 16  # bits to the left of the first bit, up to CPython 3.13


class CType:
    """A ctypes class as the elements.View's element: ``size`` bytes, text, content."""

    def __init__(self, readers, address, depth):
        self._readers, self._memory, self._depth = readers, readers.memory, depth
        self._type = readers.types.at(address)
        self.name, self.builtin = self._type.name, self._type.builtin

    def within(self, address):
        """The CType of a class that this one is made of."""
        return ctype(self._readers, address, self._depth + 1)

    def attribute(self, name):
        return self._readers.attributes.in_class(self._type, name)

    def content(self, address):
        rows = self.rows(address)
        return Value(readable(lambda: self.text(address)), self.name, rows)

    def text(self, address):
        return "<%s at 0x%x>" % (self.name, address)

    def rows(self, address):
        """What the value opens into; None for nothing."""
        return None


class Simple(CType):
    @property
    def letter(self):
        return self._readers.strings.text(self.attribute("_type_"), 1)

    @property
    def size(self):
        return SIZES.get(self.letter, 8)

    def text(self, address):
        letter = self.letter
        if letter in TEXTS + ADDRESSES:
            return self._pointed(self._memory.u64(address), letter)
        if letter == "u":
            return repr(chr(self._memory.u32(address) & 0x10FFFF))
        return Number(self._memory, letter, self.size).text(address)

    def _pointed(self, address, letter):
        if not address:
            return "None"
        if letter == "z":
            return repr(self._memory.text(address, MAX_TEXT).encode())
        return self._readers.text(address) if letter == "O" else str(address)


class Array(CType):
    @property
    def length(self):
        length = self.attribute("_length_")
        found = self._readers.ints.value(length) if length else 0
        return found if found is not None and 0 <= found <= MAX_LENGTH else 0

    @property
    def inner(self):
        return self.within(self.attribute("_type_"))

    @property
    def size(self):
        return self.length * self.inner.size

    def view(self, address):
        return View(address, self.inner, (self.length,))

    def text(self, address):
        inner = self.inner
        if isinstance(inner, Simple) and inner.letter == "c":
            return repr(self._memory.read(address, min(self.length, MAX_TEXT)).partition(b"\0")[0])
        return self.view(address).text()

    def rows(self, address):
        return self.view(address).rows()


class Structure(CType):
    """A structure or union of ctypes: the fields of its class and of those that it derives from."""

    @property
    def size(self):
        ends = [at + inner.size for _, at, inner, bits in self.fields()]
        return max(ends) if ends else 0

    def fields(self):
        """(name, offset, CType, bits) in order; bits are (first, count) or None."""
        for base in reversed(self._readers.types.mro(self._type)):
            for name, descriptor in self._readers.attributes.of_class(base)[:MAX_FIELDS]:
                kind = self._readers.kind_of(descriptor)
                if isinstance(kind, FieldKind):
                    at, proto, bits = kind.described(descriptor)
                    yield name, at, self.within(proto), bits

    def rows(self, address):
        fields = list(self.fields())

        def page(start, count):
            page = fields[start : start + count]
            return [(name, self._field(address, *field), "." + name) for name, *field in page]

        return Rows("named", len(fields), page)

    def _field(self, address, at, inner, bits):
        if bits is None:
            return inner.content(address + at)
        first, width = bits
        text = readable(lambda: self._bits(address + at, inner.size, first, width))
        return Value(text, "%s:%d" % (inner.name, width))

    def _bits(self, address, size, first, width):
        if not 0 <= first <= first + width <= 8 * size:
            raise CorruptMemory(address, "no bit-field")
        whole = int.from_bytes(self._memory.read(address, size), "little")
        return str(whole >> first & (1 << width) - 1)

    def text(self, address):
        shown = (
            "%s=%s" % (name, self._field(address, *field).text) for name, *field in self.fields()
        )
        return "%s(%s)" % (self.name, ", ".join(shown))


class Pointer(CType):
    size = 8

    def text(self, address):
        return "0x%x" % self._memory.u64(address)

    def rows(self, address):
        target = self._memory.u64(address)
        if not target:
            return None
        contents = self.within(self.attribute("_type_"))

        def page(start, count):
            return [("contents", contents.content(target), ".contents")][start : start + count]

        return Rows("named", 1, page)


SIZES = {"c": 1, "b": 1, "B": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "f": 4, "u": 4}
CTYPES = {
    "_ctypes._SimpleCData": Simple,
    "_ctypes.Array": Array,
    "_ctypes.Structure": Structure,
    "_ctypes.Union": Structure,
    "_ctypes._Pointer": Pointer,
}


def ctype(readers, address, depth=0):
    """The CType for the class of ctypes at an address. Raises CorruptMemory where classes nest without end."""
    if depth > MAX_DEPTH:
        raise CorruptMemory(address, "no class of ctypes")
    known = CTYPES.get(readers.types.at(address).builtin, Pointer)
    return known(readers, address, depth)


class FieldKind(Kind):
    STRUCT = "CFieldObject"

    def described(self, address):
        """(offset, address of the class, bits) of a field; bits are (first, count) or None."""
        offset = self.integer(address, "offset", "byte_offset")
        return offset, self.word(address, "proto"), self._bits(address)

    def _bits(self, address):
        """Coded into the size up to CPython 3.13."""
        if self.readers.layout.has(self.STRUCT, "bitfield_size"):
            count, first = (self.integer(address, n) for n in ("bitfield_size", "bit_offset"))
            return (first, count) if count else None
        size = self.integer(address, "size")
        return (size & (1 << BIT_FIELD) - 1, size >> BIT_FIELD) if size >> BIT_FIELD else None
