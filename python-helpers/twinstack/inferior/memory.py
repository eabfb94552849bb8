"""The memory of the debugged process, as readers of CPython see it.

They read it through here alone; native values and frames come from GDB itself. It is read in whole pages (0.9 us a read through GDB for any size up to 4 KB) and kept until
the process may have changed. Addresses below 0x1000 or above 2^56 are refused unread.
"""

import struct

import gdb

from ..errors import CorruptMemory
from . import targets

PAGE_BITS = 12
PAGE = 1 << PAGE_BITS
OFFSET = PAGE - 1
LARGE = 1 << 16  # reads above this are not worth caching
LARGEST = 1 << 24
MAX_PAGES = 1 << 13  # kept at a time: 32 MB
TEXT_STEP = 64
MAX_ADDRESS = (1 << 64) - 1

_u64 = struct.Struct("<Q").unpack_from
_i64 = struct.Struct("<q").unpack_from
_u32 = struct.Struct("<I").unpack_from
_i32 = struct.Struct("<i").unpack_from
_f64 = struct.Struct("<d").unpack_from


class Memory:
    """Little-endian memory of one inferior, page-cached; every failure is a CorruptMemory."""

    def __init__(self, inferior):
        self._inferior = inferior
        self._pages = {}
        self._is_core = None
        self.changes = 0  # how often it may have changed

    def forget(self):
        self._pages.clear()
        self._is_core = None
        self.changes += 1

    def read(self, address, size):
        """The ``size`` bytes at ``address``. Raises CorruptMemory where one of them cannot be read."""
        start = address & OFFSET
        if start + size <= PAGE:
            page = self._pages.get(address >> PAGE_BITS)
            if page:
                return page[start : start + size]
        return self._gather(address, size)

    def u64(self, address):
        start = address & OFFSET
        if start <= PAGE - 8:
            page = self._pages.get(address >> PAGE_BITS)
            if page:
                return _u64(page, start)[0]
        return _u64(self._gather(address, 8))[0]

    def i64(self, address):
        return _i64(self.read(address, 8))[0]

    def u32(self, address):
        return _u32(self.read(address, 4))[0]

    def i32(self, address):
        return _i32(self.read(address, 4))[0]

    def u8(self, address):
        return self.read(address, 1)[0]

    def f64(self, address):
        return _f64(self.read(address, 8))[0]

    def pointers(self, address, count):
        """``count`` unsigned 64-bit words at ``address``, as a tuple."""
        return struct.unpack("<%dQ" % count, self.read(address, 8 * count)) if count > 0 else ()

    def text(self, address, limit=512):
        """The NUL-terminated UTF-8 text at ``address``, at most ``limit`` bytes of it."""
        found = b""
        while len(found) < limit and b"\0" not in found:
            step = min(TEXT_STEP, PAGE - ((address + len(found)) & OFFSET))
            found += self.read(address + len(found), step)
        return found.partition(b"\0")[0][:limit].decode("utf-8", "replace")

    def readable(self, address, size):
        """The bytes at any address, as many of ``size`` as can be read without a gap, LARGEST at most."""
        size = min(size, LARGEST, MAX_ADDRESS + 1 - address)
        found, beyond = self._tried(address, size), size
        if len(found) == size:
            return found
        while beyond - len(found) > 1:  # a prefix of that many bytes cannot be read
            half = (beyond - len(found)) // 2
            part = self._tried(address + len(found), half)
            if part:
                found += part
            else:
                beyond = len(found) + half
        return found

    def _tried(self, address, size):
        try:
            return self._fetch(address, size) if size > 0 else b""
        except CorruptMemory:
            return b""

    def write(self, address, data):
        """Raises gdb.error where it cannot be written."""
        self._inferior.write_memory(address, data)
        self.forget()

    def _gather(self, address, size):
        if address < 0x1000 or address >> 56 or size < 0 or size > LARGEST:
            raise CorruptMemory(address)
        if size > LARGE:
            return self._fetch(address, size)
        parts = []
        while size > 0:
            parts.append(self._in_page(address, min(size, PAGE - (address & OFFSET))))
            address, size = address + len(parts[-1]), size - len(parts[-1])
        return b"".join(parts)

    def _in_page(self, address, size):
        start, page = address & OFFSET, self._page(address >> PAGE_BITS)
        if page:
            return page[start : start + size]
        if self._is_core is None:
            self._is_core = targets.is_core()
        if not self._is_core:
            raise CorruptMemory(address)
        return self._fetch(address, size)  # GDB reads a program's file by its sections, between which nothing is

    def _page(self, number):
        """A page that cannot be read as a whole is b""."""
        page = self._pages.get(number)
        if page is None:
            if len(self._pages) >= MAX_PAGES:
                self._pages.clear()
            page = self._pages[number] = self._fetch_or_empty(number << PAGE_BITS)
        return page

    def _fetch_or_empty(self, address):
        """It is kept, too, so that it is asked for once."""
        try:
            return self._fetch(address, PAGE)
        except CorruptMemory:
            return b""

    def _fetch(self, address, size):
        try:
            return bytes(self._inferior.read_memory(address, size))
        except (gdb.error, OverflowError):  # gdb.MemoryError is a gdb.error
            raise CorruptMemory(address)
