"""str out of memory. CPython: Include/cpython/unicodeobject.h (PEP 393)."""

import struct

from ..errors import CorruptMemory

MAX_LENGTH = 1 << 40  # a longer one cannot be
WIDTHS = (("\xff", "latin-1"), ("\uffff", "utf-16-le"), ("\U0010ffff", "utf-32-le"))
CODECS = {1: "latin-1", 2: "utf-16-le", 4: "utf-32-le"}


class Strings:
    """Reads str objects by one version's layout."""

    def __init__(self, memory, layout):
        self._memory = memory
        self._length = layout.offset("PyASCIIObject", "length")
        self._state, self._kind, self._kind_mask = layout.bits("PyASCIIObject", "state.kind")
        self._compact = self._flag(layout, "state.compact")
        self._ascii = self._flag(layout, "state.ascii")
        self._ascii_size = layout.size("PyASCIIObject")
        self._compact_size = layout.size("PyCompactUnicodeObject")
        self._unicode_size = layout.size("PyUnicodeObject")
        self._data = layout.offset("PyUnicodeObject", "data")
        self._has_wide = layout.has("PyASCIIObject", "wstr")
        if self._has_wide:
            self._wide = layout.offset("PyASCIIObject", "wstr")
            self._wide_length = layout.offset("PyCompactUnicodeObject", "wstr_length")

    def _flag(self, layout, name):
        offset, shift, mask = layout.bits("PyASCIIObject", name)
        return mask << (shift + 8 * (offset - self._state))

    def length(self, string):
        """How many code points the str has."""
        at = self._wide_length if self._is_wide(string) else self._length
        return checked_length(self._memory.i64(string + at), string)

    def _is_wide(self, string):
        """Up to CPython 3.11, a str that extensions made by the old interface has its characters in
        a wchar_t array alone, until someone needs more (PyUnicode_READY)."""
        state = self._memory.u32(string + self._state)
        return self._has_wide and not state >> self._kind & self._kind_mask

    def struct(self, string):
        """The C struct that this str is: no more of PyUnicodeObject than it needs (PEP 393)."""
        state = self._memory.u32(string + self._state)
        if not state & self._compact:
            return "PyUnicodeObject"
        return "PyASCIIObject" if state & self._ascii else "PyCompactUnicodeObject"

    def text(self, string, limit=4096, start=0):
        """At most ``limit`` code points from ``start`` on; lone surrogates are kept."""
        count = max(0, min(self.length(string) - start, limit))
        if self._is_wide(string):
            wide = self._memory.u64(string + self._wide) + 4 * start
            return decode(self._memory.read(wide, 4 * count), CODECS[4])
        state = self._memory.u32(string + self._state)
        width = state >> self._kind & self._kind_mask
        if width not in CODECS or start < 0:
            raise CorruptMemory(string, "no str")
        data = self._memory.read(self._characters(string, state) + start * width, count * width)
        return decode(data, CODECS[width])

    def size(self, string):
        """Bytes of a str: its struct, and its characters where they lie behind it."""
        struct = self.struct(string)
        if struct == "PyUnicodeObject":
            return self._unicode_size
        state = self._memory.u32(string + self._state)
        width = state >> self._kind & self._kind_mask
        start = self._ascii_size if struct == "PyASCIIObject" else self._compact_size
        return start + (self.length(string) + 1) * width

    def equality(self, text):
        """A test of whether the str at an address is ``text``, made for very many addresses: one
        read each, of everything between its length and as many characters as ``text`` has."""
        widest = max(text, default="")
        data = text.encode(next(c for last, c in WIDTHS if widest <= last), "surrogatepass")
        start = self._ascii_size if widest <= "\x7f" else self._compact_size
        length, first = struct.pack("<q", len(text)), start - self._length
        size, read, offset = first + len(data), self._memory.read, self._length
        is_apart = self._is_apart

        def equals(string):
            try:
                found = read(string + offset, size)
                return found[:8] == length and (found[first:] == data or is_apart(string, text))
            except CorruptMemory:
                return False

        return equals

    def _is_apart(self, string, text):
        """Is it ``text``, its characters elsewhere, as those of classes derived from str are?"""
        compact = self._memory.u32(string + self._state) & self._compact
        return not compact and self.text(string, len(text)) == text

    def _characters(self, string, state):
        if not state & self._compact:
            return self._memory.u64(string + self._data)
        return string + (self._ascii_size if state & self._ascii else self._compact_size)


def decode(data, codec):
    try:
        return data.decode(codec, "surrogatepass")
    except UnicodeDecodeError:
        return data.decode(codec, "replace")


def checked_length(length, address):
    """``length``, unless memory is corrupt: a length is never negative or beyond all memory."""
    if 0 <= length <= MAX_LENGTH:
        return length
    raise CorruptMemory(address, "length %d cannot be" % length)
