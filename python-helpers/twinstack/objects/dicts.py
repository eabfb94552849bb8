"""dict out of memory: combined tables, split tables, insertion order. CPython: pycore_dict.h."""

import collections
import struct

from . import dict_tables
from .dict_tables import GENERAL_WIDTH, MAX_ENTRIES, UNICODE_WIDTH
from .strings import checked_length

BLOCK = 256  # entries read at once
WORD = 8
MAX_SEARCHES = 1000  # whose ends are kept
MAX_SHARED = 1 << 22  # dicts that share keys; an allocator leaves an address where the number was, which is larger

# The word that has the value of a ``key`` (its address), and the word that changes where that is to be found elsewhere; the table and, in a
# split one, the values that it is in.
Place = collections.namedtuple("Place", "word key owner table values")


class Dicts:
    """Reads dicts by one version's layout. Items are (key address, value address)."""

    def __init__(self, memory, layout, readers):
        self._memory, self._readers = memory, readers
        self._used = layout.offset("PyDictObject", "ma_used")
        self._keys = layout.offset("PyDictObject", "ma_keys")
        self._values = layout.offset("PyDictObject", "ma_values")
        self._references = layout.offset("PyDictKeysObject", "dk_refcnt")
        self._tables, self._split = dict_tables.of(memory, layout)
        self._searches = {}  # (entries as of Keys.entries, name) -> index of the entry, None where there is none

    def length(self, mapping):
        return checked_length(self._memory.i64(mapping + self._used), mapping)

    def items(self, mapping, start=0, count=MAX_ENTRIES):
        """A page of the items in insertion order; without deletions it costs only that page."""
        values = self._memory.u64(mapping + self._values)
        keys = self._memory.u64(mapping + self._keys)
        if values:
            return self.split_items(keys, values)[start : start + count]
        entries, width, total = self._tables.entries(keys)
        if total == self.length(mapping):
            total = max(0, min(total, start + count) - start)
            entries, start = entries + start * width, 0
        return self._page(entries, width, total, start, count)

    def find(self, mapping, name):
        """Address of the value under the str key ``name``; 0 when there is none. A table is gone through once for a name, as CPython adds entries
        behind all others, and never fills that of a key which was deleted."""
        if self._memory.u64(mapping + self._values):
            return self.named(self.iterate(mapping), name)
        table, is_named = self._tables.entries(self._memory.u64(mapping + self._keys)), self._is_named(name)
        entries, width, total = table
        index = self._searches.get((table, name), total)
        if index is None:
            return 0
        if index < total:
            ((key, value),) = self._block(entries + index * width, width, 1)
            if is_named(key):
                return value
        found = ((index, value) for index, key, value in self._indexed(*table) if value and is_named(key))
        index, value = next(found, (None, 0))
        if len(self._searches) >= MAX_SEARCHES:
            self._searches.clear()
        self._searches[table, name] = index
        return value

    def named(self, items, name):
        """Address of the value under a name in (key, value) pairs that were read; 0 when there is none."""
        is_named = self._is_named(name)
        return next((value for key, value in items if is_named(key)), 0)

    def _is_named(self, name):
        equals, is_str = self._readers.strings.equality(name), self._readers.is_str
        return lambda key: equals(key) and is_str(key)

    def find_int(self, mapping, number):
        """Address of the value under an int key (True is 1); 0 when there is none.

        By the hash that a general table keeps with each key; other tables have only str keys.
        """
        keys = self._memory.u64(mapping + self._keys)
        entries, width, total = self._tables.entries(keys)
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
        return self._live(*self._tables.entries(keys))

    def split_items(self, keys, values):
        """The items of a split table: ``keys`` of the class, ``values`` of the instance."""
        entries, width, total = self._tables.entries(keys)
        total = min(total, self._split.MOST)
        names = [key for key, _ in self._block(entries, width, total)]
        found = self._split.values(values, total)
        order = self._split.order(values, len(found))
        return [(names[index], found[index]) for index in order if found[index]]

    def place(self, mapping, is_key):
        """Where the value of the first key is kept for which ``is_key(address)``: a Place, or None."""
        values = self._memory.u64(mapping + self._values)
        keys = self._memory.u64(mapping + self._keys)
        if values:
            return self.split_place(keys, values, is_key, mapping + self._keys)
        entries, width, total = self._tables.entries(keys)
        for index, key, value in self._indexed(entries, width, total):
            if value and is_key(key):
                return Place(entries + (index + 1) * width - WORD, key, mapping + self._keys, keys, 0)
        return None

    def split_place(self, keys, values, is_key, owner):
        """The same in a split table; ``owner``: the address of the word that tells where its values are."""
        entries, width, total = self._tables.entries(keys)
        for index, key, _ in self._indexed(entries, width, min(total, self._split.MOST)):
            if is_key(key):
                return Place(self._split.place(values, index), key, owner, keys, values)
        return None

    def is_freed(self, mapping, before):
        """Whether the dict has another table than that of a Place ``before``, which was freed: a dict that lives frees one only then, and one that
        is made anew in the memory of another, by which nothing is written when it is freed, has none of that's."""
        if self._memory.u64(mapping + self._keys) == before.table:
            return False
        return not 0 < self._memory.u64(before.table + self._references) < MAX_SHARED

    def place_in_new_table(self, mapping, before):
        """Where what was at a Place ``before`` will be in the table that its dict has just got, which is still to be filled: entries keep
        their order, and those that were deleted are left out (dictresize() in Objects/dictobject.c). None where it is no new one."""
        keys = self._memory.u64(mapping + self._keys)
        entries, width, total = self._tables.entries(keys)
        if keys == before.table:
            return None if total else before
        if not self._tables.usable(keys):
            return None
        items = self.split_items(before.table, before.values) if before.values else self._live(*self._tables.entries(before.table))
        rank = next((rank for rank, (key, _) in enumerate(items) if key == before.key), None)
        if rank is None:
            return None
        return before._replace(word=entries + (rank + 1) * width - WORD, table=keys, values=0)

    def _indexed(self, entries, width, total):
        for first in range(0, total, BLOCK):
            for index, (key, value) in enumerate(self._block(entries + first * width, width, min(BLOCK, total - first)), first):
                yield index, key, value

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
