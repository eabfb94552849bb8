"""The memory region around an address: where it begins and ends, what may be done with it, the file that is mapped there."""

import gdb

from .. import session
from ..files import elf, truncation
from ..inferior import targets
from ..later import re
from ..said import said

MAPPED = re.compile(r"(\w+)-(\w+) (\S{3})\S \w+ \S+ \d+ *(.*)")  # proc(5), maps
SHOWN = re.compile(r"\s*(0x\w+)\s+(0x\w+)\s+0x\w+\s+0x\w+\s+([-rwx]{3})[-rwxps]{0,2}(?:\s+(.*?))?\s*$")  # from GDB 12 on
FLAGS = ((4, "r"), (2, "w"), (1, "x"))  # PF_R, PF_W, PF_X


def at(address):
    """{"start", "end", "permissions", "file"}, the last two as far as they are known; None where nothing is mapped.
    Raises LookupError where GDB cannot tell what is mapped."""
    found = _regions()
    if not found:
        raise LookupError("GDB cannot tell what is mapped into the program's memory.")
    for start, end, permissions, file in found:
        if start <= address < end:
            told = {"start": hex(start), "end": hex(end), "permissions": permissions, "file": file}
            return {name: value for name, value in told.items() if value}
    return None


def _regions():
    """What is mapped into the process or was into the core file's: (start, end, permissions, file) each."""
    if targets.is_core():
        return _of_core(truncation.core_file())
    if targets.is_native():
        with open("/proc/%d/maps" % gdb.selected_inferior().pid, errors="replace") as lines:
            return [_region(found) for found in map(MAPPED.match, lines) if found]
    try:
        return [_region(found) for found in map(SHOWN.match, said("info proc mappings").splitlines()) if found]
    except gdb.error:
        return []


def _region(found):
    start, end, permissions, file = found.groups()
    return int(start, 16), int(end, 16), permissions, file


def _of_core(path):
    """By its program headers; GDB's list has only what is mapped of files, without permissions."""
    return [_loaded(each) for each in elf.segments_of_file(path) if each.kind == elf.LOAD and each.size]


def _loaded(segment):
    permissions = "".join(letter if segment.flags & bit else "-" for bit, letter in FLAGS)
    return segment.address, segment.address + segment.size, permissions, session.debuggee().images.path(segment.address)
