"""Source files in the debug information that is loaded."""

import os
import struct

from ..commands import operation
from ..files import elf
from . import source_names

MOST_LINES = 100  # asked one after the other for the symtabs of their file
KERNEL = "system-supplied DSO"  # GDB's name of the kernel's, which has none
NAMES = (b".debug_line", b".debug_line_str")  # sections with the names of source files (DWARF 5, 6.2.4)


@operation("breakpoint-locations")
def breakpoint_locations(path, line, end):
    """{"lines"}: those from ``line`` to ``end`` of a file that have code, in rising order. None have
    where no loaded program or library has the file."""
    found = {number for each in symtabs(path, line, end) for number in each.linetable().source_lines()}
    return {"lines": sorted(number for number in found if line <= number <= end)}


def symtabs(path, line, end):
    """The gdb.Symtabs of a file that have code for one of those lines: several of a header, each with
    the functions that its own source uses."""
    found = {}
    for number in range(line, min(end + 1, line + MOST_LINES)):
        new = symtabs_of_line(path, number)
        if new is None:
            break
        found.update(new)
    return list(found.values())


def symtabs_of_line(path, line):
    """Those with code for one line, by what tells them apart; None where nothing loaded has the file."""
    found = source_names.decoded(path, line)
    if found is None:
        by_name = [source_names.decoded(name, line) for name in source_names.others(path)]
        found = [each for places in by_name for each in places or ()] if by_name else None
    return None if found is None else {_key(each.symtab): each.symtab for each in found if each.symtab is not None}


def _key(symtab):
    block = symtab.static_block()
    return symtab.objfile.filename, block.start, block.end


def may_have(objfile, name):
    """Whether the debug information of an object file may be of a source file with this bare name."""
    if objfile.filename.startswith(KERNEL):
        return False
    try:
        found = [elf.contents(objfile.filename, section) for section in NAMES]
    except (OSError, struct.error, IndexError, elf.Unreadable):  # not on this machine, damaged, packed
        return True
    return any(os.fsencode(name) + b"\0" in each for each in found)
