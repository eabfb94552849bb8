"""Addresses of lines out of a file's line table, for a file with many breakpoints.

GDB looks through the file names of every library with debug information for each breakpoint on a
``path:line``, when it is made and again whenever a library is loaded: 500 of them cost 2.4 s to make
and 3.2 s at a program's start (GDB 13.1, with glibc's debug information). ``*$_twinstack_line(N)``
is evaluated again in the place of that: 0.05 s and 0.4 s.

Only where GDB's own choice is plain: the file belongs to the program itself, which is never
unloaded, was compiled into it once, and the line is one place within one function.
"""

import os
import re

import gdb

from . import source_files
from .said import said

MANY = 16  # breakpoints in a file from which on it is worth while

_SYMTAB = re.compile(r"^\s*\{ symtab (.+?) \(\(struct symtab", re.MULTILINE)

_lines = []  # (Table, line) by the number N


class Table:
    """The line table of the file ``path``, found when it is first asked for."""

    def __init__(self, path):
        self.path = path
        self.symtab = self.absent = None

    def location(self, line):
        """The location, as GDB takes it, of a line that this table can place; None for another."""
        if self.address(line) is None:
            return None
        _lines.append((self, line))
        return "*$_twinstack_line(%d)" % (len(_lines) - 1)

    def address(self, line):
        symtab = self._symtab(line)
        entries = symtab and symtab.linetable().line(line)
        if not entries:
            return None
        blocks = {_extent(gdb.block_for_pc(each.pc)) for each in entries}
        first = entries[0].pc
        return first if len(blocks) == 1 and not _begins_function(first) else None

    def _symtab(self, line):
        """The one symtab of the file; another one when GDB has read the program anew."""
        if self.symtab is not None and not self.symtab.is_valid():
            self.symtab = self.absent = None
        if self.symtab is None and not self.absent:
            self.symtab = only_symtab(self.path, line)
            self.absent = self.symtab is None
        return self.symtab


def only_symtab(path, line):
    """The symtab of a file that was compiled into the program once, and into nothing else."""
    found = source_files.symtabs(path, line, line)
    if len(found) != 1:
        return None
    objfile = found[0].objfile
    program = gdb.current_progspace().filename
    if program is None or program not in (objfile.filename, objfile.owner and objfile.owner.filename):
        return None
    name = os.path.basename(path)
    return found[0] if name.isprintable() and _count(name) == 1 else None


def _count(name):
    """How many symtabs there are of files with that bare name; their paths may be relative."""
    found = _SYMTAB.findall(said("maint info symtabs %s$" % re.escape(name)))
    return sum(os.path.basename(each) == name for each in found)


def _extent(block):
    return block and (block.start, block.end)


def _begins_function(address):
    """Whether GDB would go on behind the prologue, or knows of no function there."""
    block = gdb.block_for_pc(address)
    while block is not None and block.function is None:
        block = block.superblock
    return block is None or block.start == address


class LineAddress(gdb.Function):
    """``$_twinstack_line(N)``: the address of a line that was given the number N."""

    def __init__(self):
        super().__init__("_twinstack_line")

    def invoke(self, number):
        table, line = _lines[int(number)]
        address = table.address(line)
        if address is None:
            raise gdb.GdbError("There is no code for line %d of %s any more." % (line, table.path))
        return address


def define():
    """Give GDB the function ``$_twinstack_line``, once."""
    LineAddress()
