"""Items of list, tuple, set and deque out of memory.

A page of a list or tuple costs only that page. A deque's blocks before it are walked, and a set's
entries before it are read: nothing in a set tells how many of them are live.
"""

import itertools
import struct

from ..errors import CorruptMemory
from .strings import checked_length

BLOCK = 256  # set entries read at once
MAX_ENTRIES = 1 << 24
DEQUE_BLOCK = 64  # BLOCKLEN, Modules/_collectionsmodule.c


class Sequences:
    """Items of list and tuple objects, as addresses."""

    def __init__(self, memory, layout):
        self._memory = memory
        self._size = layout.offset("PyVarObject", "ob_size")
        self._list_items = layout.offset("PyListObject", "ob_item")
        self._tuple_items = layout.offset("PyTupleObject", "ob_item")

    def length(self, sequence):
        return checked_length(self._memory.i64(sequence + self._size), sequence)

    def list_items(self, sequence, start, count):
        items = self._memory.u64(sequence + self._list_items)
        return self._items(sequence, items, start, count)

    def tuple_items(self, sequence, start=0, count=1000):
        return self._items(sequence, sequence + self._tuple_items, start, count)

    def _items(self, sequence, items, start, count):
        count = max(0, min(count, self.length(sequence) - start))
        return self._memory.pointers(items + 8 * start, count)


class Sets:
    """Members of set and frozenset objects. CPython: Include/cpython/setobject.h."""

    def __init__(self, memory, layout):
        self._memory = memory
        self._used = layout.offset("PySetObject", "used")
        self._mask = layout.offset("PySetObject", "mask")
        self._table = layout.offset("PySetObject", "table")

    def length(self, members):
        return checked_length(self._memory.i64(members + self._used), members)

    def items(self, members, start, count):
        """A page in the table's order, which is the order of iteration."""
        last = min(self.length(members), start + count)
        page = []
        for index, member in enumerate(self._live(members)):
            if index >= last:
                break
            if index >= start:
                page.append(member)
        return page

    def _live(self, members):
        """Entries are {key, hash}; a deleted one has hash -1."""
        table = self._memory.u64(members + self._table)
        mask = checked_length(self._memory.i64(members + self._mask), members)
        total = min(mask + 1, MAX_ENTRIES)
        for first in range(0, total, BLOCK):
            block = self._memory.read(table + 16 * first, 16 * min(BLOCK, total - first))
            for key, value_hash in struct.iter_unpack("<Qq", block):
                if key and value_hash != -1:
                    yield key


class Deques:
    """Items of collections.deque objects: a doubly linked list of blocks of 64."""

    def __init__(self, memory, layout):
        self._memory = memory
        self._block = layout.offset("dequeobject", "leftblock")
        self._index = layout.offset("dequeobject", "leftindex")
        self._data = layout.offset("dequeblock", "data")
        self._next = layout.offset("dequeblock", "rightlink")
        self._sequences = Sequences(memory, layout)

    def length(self, deque):
        return self._sequences.length(deque)

    def items(self, deque, start, count):
        """A page; the blocks before it are walked, not read."""
        return list(self.iterate(deque, start, count))

    def iterate(self, deque, start, count):
        """Generates the addresses of the items of a page, read as they are asked for."""
        count = min(count, self.length(deque) - start)
        index = self._memory.i64(deque + self._index) + start
        if not 0 <= index - start < DEQUE_BLOCK:
            raise CorruptMemory(deque, "no deque")
        blocks = itertools.islice(self._blocks(deque), index // DEQUE_BLOCK, None)
        index %= DEQUE_BLOCK
        while count > 0:
            take = min(DEQUE_BLOCK - index, count)
            yield from self._memory.pointers(next(blocks) + self._data + 8 * index, take)
            count, index = count - take, 0

    def _blocks(self, deque):
        """Their addresses from left to right. What lies behind the last one is never asked for."""
        block, seen = self._memory.u64(deque + self._block), set()
        while block not in seen and len(seen) < MAX_ENTRIES // DEQUE_BLOCK:
            yield block
            seen.add(block)
            block = self._memory.u64(block + self._next)
        raise CorruptMemory(block, "a deque without end")
