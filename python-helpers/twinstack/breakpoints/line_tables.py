"""Source breakpoints of a client with many, placed by its line tables at addresses.

``path:line`` costs GDB a search for each of them at every library (see addresses.py): with 500 in an
extension that is imported later, minutes. In the place of that a file is looked for once in each object
file whose debug information may name it; GDB has nothing to do with those that have no code yet.

A line is placed by the line tables where GDB's own choice is plain: in each source that has code for it
it is one place within one function, and behind the prologue. Elsewhere GDB is asked, once.
"""

import itertools
import os
import weakref

import gdb

from . import source_files, source_names
from .addresses import Address, AddressedBreakpoint, placed_on_line

MANY = 16  # breakpoints from which on it is worth while

_files = weakref.WeakValueDictionary()  # path -> SourceFile; one without breakpoints is not told of what is loaded


def breakpoint(file, line):
    """A SourceLine of a SourceFile, resolved as far as it can be."""
    return SourceLine.made(file, line)


def prepare(path, lines):
    """The SourceFile, which is to be kept until there are breakpoints in it; these are the lines that will be asked for."""
    file = _files.setdefault(path, SourceFile(path))
    file.lines = sorted(set(lines))
    return file


class SourceFile:
    """The symtabs of the file ``path`` in all that is loaded, and where its ``lines`` are."""

    def __init__(self, path):
        self.path, self.name, self.lines = path, os.path.basename(path), []
        self._symtabs = None
        self._asked = None, False

    def concerns(self, objfile):
        """Whether a new object file may have it."""
        if self._asked[0] is not objfile:
            self._asked = objfile, source_files.may_have(objfile, self.name)
            if self._asked[1]:
                self._symtabs = None
        return self._asked[1]

    def addresses(self, line):
        """(The Addresses of a line, what GDB says where it was asked)."""
        if self._symtabs is None or not all(each.is_valid() for each in self._symtabs):
            self._symtabs = self._search()
        if not self._symtabs:
            return ([], "") if not self._is_loaded else self._by_gdb(line)
        found = self._plain(line) if self._is_complete else None
        return self._by_gdb(line) if found is None else (found, "")

    def _search(self):
        """The symtabs by the lines that are wanted; all of them are expanded by the first one."""
        found, self._is_loaded, self._is_complete = {}, False, False
        for line in itertools.islice(self.lines, source_files.MOST_LINES):
            new = source_files.symtabs_of_line(self.path, line)
            if new is None:
                break
            self._is_loaded = True
            found.update(new)
            if found and len(found) == self._count({each.filename for each in found.values()}):
                self._is_complete = True
                break
        return list(found.values())

    def _count(self, names):
        """How many symtabs with a line table there are of this file, whose names in debug information are
        ``names`` as far as they are known."""
        real = os.path.realpath(self.path)
        listed = source_names.listed(self.name)
        return sum(file in names or os.path.realpath(os.path.join(folder, file)) == real for folder, file in listed)

    def _plain(self, line):
        return _plain(self._symtabs, line)

    def _by_gdb(self, line):
        return placed_on_line(self.path, line)


class SourceLine(AddressedBreakpoint):
    """A breakpoint on a line of a SourceFile, in every object file that has code for it."""

    def __init__(self, file, line):
        super().__init__()
        self.file, self.line = file, line

    def concerns(self, objfile):
        return self.file.concerns(objfile) or bool(self._known) and self.is_outdated()

    def state(self):
        """Its line is the same wherever the code is."""
        return self.switches()

    def addresses(self):
        found, text = self.file.addresses(self.line)
        self.missing = None if found else source_names.reason(self.file.path, text)
        return found


def _plain(symtabs, line):
    """An Address for each symtab that has code for the line; None where GDB is to choose."""
    found = []
    for symtab in symtabs:
        entries = symtab.linetable().line(line)
        if entries:
            if len({_extent(gdb.block_for_pc(each.pc)) for each in entries}) > 1 or _begins_function(entries[0].pc):
                return None
            found.append(Address(entries[0].pc, symtab))
    return found or None


def _extent(block):
    return block and (block.start, block.end)


def _begins_function(address):
    """Whether GDB would go on behind the prologue, or knows of no function there."""
    block = gdb.block_for_pc(address)
    while block is not None and block.function is None:
        block = block.superblock
    return block is None or block.start == address
