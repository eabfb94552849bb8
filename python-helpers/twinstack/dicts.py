"""dict out of memory: combined tables, split tables, insertion order. CPython: pycore_dict.h."""

import struct

from .errors import CorruptMemory
from .strings import checked_length

BLOCK = 256  # entries read at once
GENERAL_WIDTH, UNICODE_WIDTH = 24, 16  # bytes of PyDictKeyEntry and PyDictUnicodeEntry
MAX_ENTRIES = 1 << 24
MAX_SPLIT = 255  # a split table has at most SHARED_KEYS_MAX_SIZE (30) entries
MAX_INDEX_BITS = 40


class Dicts:
    """Reads dicts by one version's layout. Items are (key address, value address)."""

    def __init__(self, memory, layout, readers):
        self._memory, self._readers = memory, readers
        self._used = layout.offset("PyDictObject", "ma_used")
        self._keys = layout.offset("PyDictObject", "ma_keys")
        self._values = layout.offset("PyDictObject", "ma_values")
        self._keys_size = layout.size("PyDictKeysObject")
        self._nentries = layout.offset("PyDictKeysObject", "dk_nentries")
        self._index_bits = layout.offset("PyDictKeysObject", "dk_log2_index_bytes")
        self._kind = layout.offset("PyDictKeysObject", "dk_kind")
        self._general = layout.constants["DICT_KEYS_GENERAL"]
        split = SplitValues if layout.has("PyDictValues", "capacity") else PrefixedSplitValues
        self._split = split(memory, layout)

    def length(self, mapping):
        return checked_length(self._memory.i64(mapping + self._used), mapping)

    def items(self, mapping, start=0, count=MAX_ENTRIES):
        """A page of the items in insertion order; without deletions it costs only that page."""
        values = self._memory.u64(mapping + self._values)
        keys = self._memory.u64(mapping + self._keys)
        if values:
            return self.split_items(keys, values)[start : start + count]
        entries, width, total = self._entries(keys)
        if total == self.length(mapping):
            total = max(0, min(total, start + count) - start)
            entries, start = entries + start * width, 0
        return self._page(entries, width, total, start, count)

    def find(self, mapping, name):
        """Address of the value under the str key ``name``; 0 when there is none."""
        return self.named(self.iterate(mapping), name)

    def named(self, items, name):
        """The same in items that were read."""
        equals, is_str = self._readers.strings.equality(name), self._readers.is_str
        return next((value for key, value in items if equals(key) and is_str(key)), 0)

    def find_int(self, mapping, number):
        """Address of the value under an int key (True is 1); 0 when there is none.

        By the hash that a general table keeps with each key; other tables have only str keys.
        """
        keys = self._memory.u64(mapping + self._keys)
        entries, width, total = self._entries(keys)
        if width != GENERAL_WIDTH:
            return 0
        wanted = hash(number)  # of an int the same in every process, Objects/longobject.c
        for first in range(0, total, BLOCK):
            data = self._memory.read(entries + first * width, width * min(BLOCK, total - first))
            for key_hash, key, value in struct.iter_unpack("<qQQ", data):
                if key_hash == wanted and value and self._readers.is_int(key, number):
                    return value
        return 0

    def iterate(self, mapping):
        """All items, read as they are asked for."""
        values = self._memory.u64(mapping + self._values)
        keys = self._memory.u64(mapping + self._keys)
        if values:
            return iter(self.split_items(keys, values))
        return self._live(*self._entries(keys))

    def split_items(self, keys, values):
        """The items of a split table: ``keys`` of the class, ``values`` of the instance."""
        entries, width, total = self._entries(keys)
        total = min(total, MAX_SPLIT)
        names = [key for key, _ in self._block(entries, width, total)]
        found = self._split.values(values, total)
        order = [index for index in self._split.order(values) if index < len(found)]
        return [(names[index], found[index]) for index in order if found[index]]

    def _entries(self, keys):
        """(address of the first entry, bytes per entry, number of entries with deleted ones)"""
        total = checked_length(self._memory.i64(keys + self._nentries), keys)
        bits = self._memory.u8(keys + self._index_bits)
        if bits > MAX_INDEX_BITS:
            raise CorruptMemory(keys, "no dict")
        is_general = self._memory.u8(keys + self._kind) == self._general
        width = GENERAL_WIDTH if is_general else UNICODE_WIDTH
        return keys + self._keys_size + (1 << bits), width, min(total, MAX_ENTRIES)

    def _page(self, entries, width, total, start, count):
        page = []
        for item in self._live(entries, width, total):
            if start:
                start -= 1
            elif len(page) < count:
                page.append(item)
            else:
                break
        return page

    def _live(self, entries, width, total):
        for first in range(0, total, BLOCK):
            for key, value in self._block(
                entries + first * width, width, min(BLOCK, total - first)
            ):
                if value:
                    yield key, value

    def _block(self, address, width, count):
        """PyDictUnicodeEntry is {key, value}; PyDictKeyEntry has the hash before them."""
        data = self._memory.read(address, width * count)
        return list(struct.iter_unpack("<QQ" if width == UNICODE_WIDTH else "<8xQQ", data))


class SplitValues:
    """PyDictValues of CPython 3.13 on: a header, the values, then the order of insertion."""

    def __init__(self, memory, layout):
        self._memory = memory
        self._capacity = layout.offset("PyDictValues", "capacity")
        self._size = layout.offset("PyDictValues", "size")
        self._values = layout.offset("PyDictValues", "values")

    def values(self, address, count):
        capacity = self._memory.u8(address + self._capacity)
        return self._memory.pointers(address + self._values, min(count, capacity))

    def order(self, address):
        """Indexes of the values, oldest first."""
        capacity = self._memory.u8(address + self._capacity)
        size = self._memory.u8(address + self._size)
        return self._memory.read(address + self._values + 8 * capacity, size)


class PrefixedSplitValues:
    """PyDictValues of CPython 3.11 and 3.12: bytes before the values hold the order backwards."""

    def __init__(self, memory, layout):
        self._memory = memory
        self._values = layout.offset("PyDictValues", "values")

    def values(self, address, count):
        return self._memory.pointers(address + self._values, count)

    def order(self, address):
        size = self._memory.u8(address - 2)
        return self._memory.read(address - 2 - size, size)[::-1]
