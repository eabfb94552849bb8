"""The debugged process as readers of CPython see it: memory, mapped files, symbols, threads.

They read memory through here alone; native values and frames come from GDB itself. Memory is read in whole pages (0.9 us a read through GDB for any size up to 4 KB) and kept until
the process may have changed. Addresses below 0x1000 or above 2^56 are refused unread.
"""

import bisect
import re
import struct

import gdb

from . import arch
from .errors import CorruptMemory
from .said import said

PAGE_BITS = 12
PAGE = 1 << PAGE_BITS
OFFSET = PAGE - 1
LARGE = 1 << 16  # reads above this are not worth caching
LARGEST = 1 << 24
MAX_PAGES = 1 << 13  # kept at a time: 32 MB
TEXT_STEP = 64
MAX_ADDRESS = (1 << 64) - 1
MAX_FRAME_WORDS = 1024  # an evaluator has about 50
MAPPING = re.compile(r"\s*(0x\w+)\s+(0x\w+)\s+0x\w+\s+(0x\w+)\s+(?:[-rwxps]{4,5}\s+)?(/.*?)\s*$")

EXECUTABLE = re.compile(r"\s*(0x\w+)\s+(0x\w+)\s+0x\w+\s+0x\w+\s+[-r][-w]x[ps]\b")

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
        self.changes = 0  # how often it may have changed

    def forget(self):
        self._pages.clear()
        self.changes += 1

    def read(self, address, size):
        """``size`` bytes at ``address``."""
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
        """``count`` 64-bit words at ``address``."""
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
            start = address & OFFSET
            parts.append(self._page(address)[start : start + size])
            address, size = address + len(parts[-1]), size - len(parts[-1])
        return b"".join(parts)

    def _page(self, address):
        number = address >> PAGE_BITS
        page = self._pages.get(number)
        if page is None:
            if len(self._pages) >= MAX_PAGES:
                self._pages.clear()
            page = self._pages[number] = self._fetch_or_empty(number << PAGE_BITS)
        if not page:
            raise CorruptMemory(address)
        return page

    def _fetch_or_empty(self, address):
        """An unreadable page is kept as b"", so that it is asked for once."""
        try:
            return self._fetch(address, PAGE)
        except CorruptMemory:
            return b""

    def _fetch(self, address, size):
        try:
            return bytes(self._inferior.read_memory(address, size))
        except (gdb.error, OverflowError):  # gdb.MemoryError is a gdb.error
            raise CorruptMemory(address)


class Mapping:
    """A mapped file: first address and address past the last, offset in the file, path."""

    __slots__ = ("start", "end", "offset", "path")

    def __init__(self, start, end, offset, path):
        self.start, self.end, self.offset, self.path = start, end, offset, path


def mappings():
    """The mapped files of the process or core, by rising address; [] when GDB cannot tell."""
    try:
        lines = said("info proc mappings").splitlines()
    except gdb.error:
        return []
    rows = [match.groups() for match in map(MAPPING.fullmatch, lines) if match]
    return sorted((mapping(*row) for row in rows), key=lambda mapped: mapped.start)


def mapping(start, end, offset, path):
    return Mapping(int(start, 16), int(end, 16), int(offset, 16), path)


def executable_ranges():
    """(first address, address past the last) of the executable mappings, by rising address; [] when
    GDB cannot tell: before GDB 12, and for core files."""
    try:
        lines = said("info proc mappings").splitlines()
    except gdb.error:
        return []
    rows = [match.groups() for match in map(EXECUTABLE.match, lines) if match]
    return sorted((int(start, 16), int(end, 16)) for start, end in rows)


class Code:
    """Where instructions can be. Asked for anew, once in a stop, when an address is not known: a
    compiler in the program may have made a mapping since."""

    def __init__(self):
        self._ranges, self._is_fresh = [], False

    def forget(self):
        self._is_fresh = False

    def has(self, address):
        if self._contains(address):
            return True
        if not self._is_fresh:
            self._ranges, self._is_fresh = executable_ranges(), True
        return not self._ranges or self._contains(address)

    def _contains(self, address):
        index = bisect.bisect_right(self._ranges, (address, MAX_ADDRESS)) - 1
        return index >= 0 and address < self._ranges[index][1]


class Images:
    """Which object file an address lies in; forgotten when GDB sees a new one."""

    def __init__(self):
        self.forget()

    def forget(self):
        self._mappings = None

    def all(self):
        if self._mappings is None:
            self._mappings = mappings()
            self._starts = [mapped.start for mapped in self._mappings]
        return self._mappings

    def path(self, address):
        """The path of the mapped file at ``address``, or None."""
        mapped = self.all()
        index = bisect.bisect_right(self._starts, address) - 1
        if index >= 0 and address < mapped[index].end:
            return mapped[index].path
        return gdb.solib_name(address) if not mapped else None


def library(address):
    """The path of the shared library that ``address`` lies in; None in the program itself, and in
    code of no file."""
    return gdb.solib_name(address)


def symbol(name):
    """The address of a symbol in any kind of symbol table, or 0."""
    try:
        gdb.execute("with language c -- info address " + name, to_string=True)  # an expression looks for it 20 times as long
    except gdb.error:
        return 0
    return in_c("(unsigned long)&" + name) or 0


def in_c(expression):
    """The integer that an expression of C is, whatever language the user or the selected frame has
    set; None where GDB cannot tell. Not by what GDB prints, which may have notifications in it."""
    try:
        gdb.execute("with language c -- set $_twinstack = " + expression, to_string=True)
        return int(gdb.convenience_variable("_twinstack"))
    except gdb.error:
        return None


def pthread(thread):
    """The pthread_t of a thread, as CPython's PyThreadState.thread_id has it; 0 if unknown.

    From libthread_db, else from the thread pointer, which selects the thread. Both hold across
    PID namespaces, where LWP numbers differ.
    """
    try:
        handle = thread.handle()
        if len(handle) == 8:
            return int.from_bytes(handle, "little")
    except (gdb.error, NotImplementedError, RuntimeError):  # no libthread_db
        pass
    if gdb.selected_thread() != thread:
        thread.switch()
    return descriptor(gdb.newest_frame())


def descriptor(frame):
    """pthread_self() of a frame's thread, by its thread pointer; 0 if unknown."""
    machine = arch.of(frame)
    pointer = register(frame, machine.thread_pointer)
    if not machine.descriptor_size:
        return pointer
    size = variable(machine.descriptor_size)
    return pointer - size if pointer and size else 0


def awaited_futex(thread):
    """The address of the futex that a thread waits for (FUTEX_WAIT); 0 when it waits for none.

    By the system call in which it was stopped or dumped. Selects the thread.
    """
    if gdb.selected_thread() != thread:
        thread.switch()
    frame = gdb.newest_frame()
    machine = arch.of(frame)
    in_futex = register(frame, machine.syscall) in machine.futex
    return register(frame, machine.argument) if in_futex else 0


def variable(name):
    """The 32-bit unsigned variable at a symbol; 0 when there is none or it cannot be read."""
    return in_c("*(unsigned int *)&" + name) or 0


def words_of_newest_frame(memory):
    """The words of the selected thread's newest native frame: in its registers, general and vector
    ones, then on its part of the stack, of which there are at most MAX_FRAME_WORDS; each once."""
    frame = gdb.newest_frame()
    general = frame.architecture().registers("general")
    words = {register(frame, each.name): None for each in general}
    for name in arch.of(frame).vector:
        words.update(dict.fromkeys(halves(frame, name)))
    low, older = register(frame, "sp"), frame.older()
    high = register(older, "sp") if older else low
    count = max(0, min(MAX_FRAME_WORDS, (high - low) // 8))
    try:
        words.update(dict.fromkeys(memory.pointers(low, count)))
    except CorruptMemory:
        pass
    return list(words)


def halves(frame, name):
    """The two 64-bit words of a vector register of x86-64; none when it is unknown."""
    try:
        value = frame.read_register(name)["v2_int64"]
        return [int(value[index]) & MAX_ADDRESS for index in range(2)]
    except (gdb.error, ValueError):
        return []


def register(frame, name):
    """A 64-bit register of a frame; 0 when it is unknown."""
    try:
        return int(frame.read_register(name)) & MAX_ADDRESS
    except (gdb.error, ValueError):
        return 0
