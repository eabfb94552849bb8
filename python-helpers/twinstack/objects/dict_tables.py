"""The tables in dicts: entries of keys, and values of their own. CPython: pycore_dict.h.

How they are laid out differs between versions; which one it is, the layout table tells.
"""

from ..errors import CorruptMemory
from .strings import checked_length

GENERAL_WIDTH, UNICODE_WIDTH = 24, 16  # bytes of PyDictKeyEntry and PyDictUnicodeEntry
MAX_ENTRIES = 1 << 24
MAX_INDEX_BITS = 40


def of(memory, layout):
    """(reader of PyDictKeysObjects, reader of the values of split tables)"""
    if layout.has("PyDictKeysObject", "dk_size"):
        return SizedKeys(memory, layout), PlainSplitValues(memory)
    split = SplitValues if layout.has("PyDictValues", "capacity") else PrefixedSplitValues
    return Keys(memory, layout), split(memory, layout)


class Keys:
    """The table of a dict's keys and values (PyDictKeysObject), as CPython 3.11 and later lay it out."""

    def __init__(self, memory, layout):
        self._memory = memory
        self._size = layout.size("PyDictKeysObject")
        self._nentries = layout.offset("PyDictKeysObject", "dk_nentries")
        self._index_bits = layout.offset("PyDictKeysObject", "dk_log2_index_bytes")
        self._kind = layout.offset("PyDictKeysObject", "dk_kind")
        self._general = layout.constant("DICT_KEYS_GENERAL")

    def entries(self, keys):
        """(address of the first entry, bytes per entry, number of entries with deleted ones)"""
        total = checked_length(self._memory.i64(keys + self._nentries), keys)
        bits = self._memory.u8(keys + self._index_bits)
        if bits > MAX_INDEX_BITS or total > 1 << bits:  # an index has a byte at least
            raise CorruptMemory(keys, "no dict")
        is_general = self._memory.u8(keys + self._kind) == self._general
        width = GENERAL_WIDTH if is_general else UNICODE_WIDTH
        return keys + self._size + (1 << bits), width, min(total, MAX_ENTRIES)

    def usable(self, keys):
        """How many entries there is room for; dk_usable is the word before dk_nentries in every version."""
        return self._memory.i64(keys + self._nentries - 8)


class SizedKeys:
    """PyDictKeysObject up to CPython 3.10: general entries behind ``dk_size`` indexes."""

    def __init__(self, memory, layout):
        self._memory = memory
        self._header = layout.size("PyDictKeysObject")
        self._nentries = layout.offset("PyDictKeysObject", "dk_nentries")
        self._size = layout.offset("PyDictKeysObject", "dk_size")

    def entries(self, keys):
        """(address of the first entry, bytes per entry, number of entries with deleted ones)"""
        total = checked_length(self._memory.i64(keys + self._nentries), keys)
        size = self._memory.i64(keys + self._size)
        if not total <= size <= 1 << MAX_INDEX_BITS:
            raise CorruptMemory(keys, "no dict")
        index_width = next(width for width in (1, 2, 4, 8) if size < 1 << 8 * width)
        return keys + self._header + size * index_width, GENERAL_WIDTH, min(total, MAX_ENTRIES)

    def usable(self, keys):
        """How many entries there is room for."""
        return self._memory.i64(keys + self._nentries - 8)


class PlainSplitValues:
    """An array of pointers, up to CPython 3.10; a split table's order is that of its keys."""

    MOST = 1 << 16  # a class's keys may be as many as its first instance got

    def __init__(self, memory):
        self._memory = memory

    def values(self, address, count):
        return self._memory.pointers(address, count)

    def place(self, address, index):
        """The address of the pointer to the value of that index."""
        return address + 8 * index

    def order(self, address, count):
        """Indexes of the first ``count`` values, oldest first."""
        return range(count)


class SplitValues:
    """PyDictValues of CPython 3.13 on: a header, the values, then the order of insertion."""

    MOST = 255  # entries; SHARED_KEYS_MAX_SIZE is 30

    def __init__(self, memory, layout):
        self._memory = memory
        self._capacity = layout.offset("PyDictValues", "capacity")
        self._size = layout.offset("PyDictValues", "size")
        self._values = layout.offset("PyDictValues", "values")

    def values(self, address, count):
        capacity = self._memory.u8(address + self._capacity)
        return self._memory.pointers(address + self._values, min(count, capacity))

    def place(self, address, index):
        """The address of the pointer to the value of that index."""
        return address + self._values + 8 * index

    def order(self, address, count):
        """Indexes of the first ``count`` values, oldest first."""
        capacity = self._memory.u8(address + self._capacity)
        size = self._memory.u8(address + self._size)
        return below(count, self._memory.read(address + self._values + 8 * capacity, size))


class PrefixedSplitValues:
    """PyDictValues of CPython 3.11 and 3.12: bytes before the values hold the order backwards."""

    MOST = 255

    def __init__(self, memory, layout):
        self._memory = memory
        self._values = layout.offset("PyDictValues", "values")

    def values(self, address, count):
        return self._memory.pointers(address + self._values, count)

    def place(self, address, index):
        """The address of the pointer to the value of that index."""
        return address + self._values + 8 * index

    def order(self, address, count):
        size = self._memory.u8(address - 2)
        return below(count, self._memory.read(address - 2 - size, size)[::-1])


def below(count, indexes):
    """Those of some indexes that lie within a table of ``count`` entries; what damaged memory says is left out."""
    return [index for index in indexes if index < count]
