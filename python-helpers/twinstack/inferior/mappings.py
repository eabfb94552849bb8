"""What is mapped into the debugged process: files, and where instructions can be."""

import bisect

import gdb

from ..later import re
from ..said import said
from .memory import MAX_ADDRESS

MAPPING = re.compile(r"\s*(0x\w+)\s+(0x\w+)\s+0x\w+\s+(0x\w+)\s+(?:[-rwxps]{4,5}\s+)?(/.*?)\s*$")
EXECUTABLE = re.compile(r"\s*(0x\w+)\s+(0x\w+)\s+0x\w+\s+0x\w+\s+[-r][-w]x[ps]\b")


class Mapping:
    """A mapped file: first address and address past the last, offset in the file, path."""

    __slots__ = ("start", "end", "offset", "path")

    def __init__(self, start, end, offset, path):
        self.start, self.end, self.offset, self.path = start, end, offset, path


def files():
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


class ExecutableMemory:
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
            self._mappings = files()
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
