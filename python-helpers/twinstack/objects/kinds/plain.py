"""Kinds of objects that have no items: None and its like, numbers, text and bytes."""

from ... import formats
from .base import Kind, Text

MAX_DECIMAL_BITS = 14000  # str(int) refuses more than 4300 digits in CPython 3.11 on
SHOWN_DIGITS = 40  # at each end of a shortened int


class Singleton(Kind):
    """An object that is its type's only one."""

    IS_SCALAR = True
    TEXT = None

    def text(self, address, type_object, writer):
        return self.TEXT


class NoneKind(Singleton):
    TEXT = "None"


class EllipsisKind(Singleton):
    TEXT = "Ellipsis"


class NotImplementedKind(Singleton):
    TEXT = "NotImplemented"


class BoolKind(Kind):
    IS_SCALAR = True
    STRUCT = "PyLongObject"

    def text(self, address, type_object, writer):
        return "True" if self.readers.ints.value(address) else "False"


class IntKind(Kind):
    IS_SCALAR = True
    STRUCT = "PyLongObject"

    def text(self, address, type_object, writer):
        value = self.readers.ints.value(address)
        if value is None:
            size = self.readers.ints.sign_and_size(address)[1]
            return "<int of about %d bits>" % (size * 30)
        return int_text(value, writer.max_text)


def int_text(value, limit):
    """The middle is left out of a long one, with a note; a very long one is in hexadecimal."""
    large = formats.is_hexadecimal() or value.bit_length() > MAX_DECIMAL_BITS
    text = hex(value) if large else str(value)
    if len(text) <= limit:
        return text
    note = "%d bits" % value.bit_length() if large else "%d digits" % len(text.lstrip("-"))
    return "%s...%s (%s)" % (text[:SHOWN_DIGITS], text[-SHOWN_DIGITS:], note)


class FloatKind(Kind):
    IS_SCALAR = True
    STRUCT = "PyFloatObject"

    def value(self, address):
        return self.memory.f64(address + self.readers.layout.offset("PyFloatObject", "ob_fval"))

    def text(self, address, type_object, writer):
        return repr(self.value(address))


class ComplexKind(Kind):
    STRUCT = "PyComplexObject"

    def text(self, address, type_object, writer):
        value = address + self.readers.layout.offset("PyComplexObject", "cval")
        return repr(complex(self.memory.f64(value), self.memory.f64(value + 8)))


class StrKind(Text):
    STRUCT = "PyUnicodeObject"

    def struct(self, address):
        return self.readers.strings.struct(address)

    def characters(self, address):
        return self.readers.strings.length(address)

    def part(self, address, first, count):
        return self.readers.strings.text(address, count, first)


class BytesKind(Text):
    STRUCT = "PyBytesObject"

    def characters(self, address):
        return self.readers.sequences.length(address)

    def part(self, address, first, count):
        return self.memory.read(self._data(address) + first, count)

    def _data(self, address):
        return address + self.readers.layout.offset("PyBytesObject", "ob_sval")


class ByteArrayKind(BytesKind):
    STRUCT = "PyByteArrayObject"

    def text(self, address, type_object, writer):
        name, length = type_object.short_name, self.readers.sequences.length(address)
        shown = super().text(address, type_object, writer) if length else "b''"
        return "%s(%s)" % (name, shown)

    def _data(self, address):
        offset = self.readers.layout.offset("PyByteArrayObject", "ob_start")
        return self.memory.u64(address + offset)
