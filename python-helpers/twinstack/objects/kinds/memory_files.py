"""io.StringIO and io.BytesIO: files whose content is in memory (CPython: Modules/_io/stringio.c, bytesio.c)."""

import itertools

from ... import formats
from ...errors import CorruptMemory
from .. import parts
from ..strings import CODECS, checked_length, decode
from ..writer import CUT, MAX_TEXT
from .base import Kind, Rows, Value

REALIZED = 1  # stringio.state: the content is in ``buf``, and no longer where it was written to first
MAX_PIECES = 100000  # of one list; CPython joins them when there are as many


class MemoryFileKind(Kind):
    """``TYPE`` is that of its content, of which ``part(address, first, count)`` reads some."""

    def members(self, address, type_object):
        closed = self.is_closed(address)
        state = [("closed", Value(str(closed), "bool"))]
        if closed:
            return state
        length = checked_length(self.integer(address, "string_size"), address)
        position = Value(str(self.integer(address, "pos")), "int")
        return [("[value]", self._value(address, 0, length)), ("[position]", position)] + state

    def _value(self, address, first, last, is_part=False):
        """The content from ``first`` to before ``last``; what is too long opens into parts, as a str does."""
        length, limit = last - first, formats.string_limit(MAX_TEXT)
        shown = length if is_part and length <= parts.SMALLEST else min(length, limit)
        text = repr(self.part(address, first, shown))
        if shown == length:
            return Value(text, self.TYPE)

        def page(start, count):
            borders = parts.page(first, last, start, count)
            return [("[%d:%d]" % each, self._value(address, *each, is_part=True)) for each in borders]

        return Value(text + CUT, self.TYPE, Rows("indexed", len(parts.borders(first, last)), page))


class BytesKind(MemoryFileKind):
    STRUCT, TYPE = "bytesio", "bytes"

    def is_closed(self, address):
        return not self.word(address, "buf")

    def part(self, address, first, count):
        return self.readers.kind("bytes").part(self.word(address, "buf"), first, count)


class TextKind(MemoryFileKind):
    """While text is only added, it is where it was written to: in a _PyUnicodeWriter, before CPython 3.12 in two lists of str."""

    STRUCT, TYPE = "stringio", "str"

    def is_closed(self, address):
        return bool(self.integer(address, "closed"))

    def part(self, address, first, count):
        if self.integer(address, "state") == REALIZED:
            return self._characters(self.word(address, "buf"), 4, first, count)
        if self.readers.layout.has(self.STRUCT, "writer"):
            return self._written(self._writer(address), first, count)
        return self._joined(address, first, count)

    def _writer(self, address):
        """Its address: since CPython 3.14 the file has a pointer to it."""
        offset, size = self.readers.layout.member(self.STRUCT, "writer")[:2]
        is_pointer = size < self.readers.layout.size("_PyUnicodeWriter")
        return self.memory.u64(address + offset) if is_pointer else address + offset

    def _written(self, writer, first, count):
        """Nothing is allocated before the first character."""
        layout = self.readers.layout
        data, kind = (writer + layout.offset("_PyUnicodeWriter", name) for name in ("data", "kind"))
        return self._characters(self.memory.u64(data), self.memory.u32(kind), first, count) if count else ""

    def _characters(self, data, width, first, count):
        if width not in CODECS:
            raise CorruptMemory(data, "no text")
        return decode(self.memory.read(data + width * first, width * count), CODECS[width])

    def _joined(self, address, first, count):
        found = []
        for piece in self._pieces(address):
            text = self.readers.strings.text(piece, count, first)
            found.append(text)
            first, count = max(0, first - self.readers.strings.length(piece)), count - len(text)
            if not count:
                break
        return "".join(found)

    def _pieces(self, address):
        lists = (self.word(address, "accu.large"), self.word(address, "accu.small"))
        pages = (self.readers.sequences.list_items(each, 0, MAX_PIECES) for each in lists if each)
        return itertools.chain.from_iterable(pages)
