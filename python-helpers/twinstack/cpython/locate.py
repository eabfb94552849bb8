"""Find the CPython in the debuggee: where it is."""

import os
import struct

import gdb

from ..errors import CorruptMemory, NoPython, UnreadablePython
from ..inferior import targets
from ..inferior.symbols import symbol
from ..later import re
from ..said import said
from . import debug_offsets, runtime_symbol
from .identify import identify, named_version, unknown

MAX_SEGMENT = 1 << 26  # _PyRuntime is in the data of a program or library
SEGMENT = re.compile(r"^\s*(0x[0-9a-f]+) - (0x[0-9a-f]+) is load\w*$", re.MULTILINE)


def find(debuggee):
    """The Runtime of the debuggee. Raises NoPython with the reason."""
    address = symbol("_PyRuntime") or in_files(debuggee.images) or in_core(debuggee.memory)
    if not address:
        if named_version(debuggee.images) and symbol("PyEval_EvalFrameEx"):
            raise unknown(debuggee.images)
        raise NoPython("The program has no CPython in it (no symbol _PyRuntime).%s" % unseen(debuggee))
    try:
        return identify(debuggee, address)
    except CorruptMemory as error:
        raise UnreadablePython("The program's CPython cannot be read: %s." % error)


def unseen(debuggee):
    """A sentence about the files that cannot be looked into, or nothing."""
    files = [mapped.path for mapped in debuggee.images.all() if "python" in os.path.basename(mapped.path)]
    if all(map(targets.local_path, files)):
        return ""
    return " Its files are on another machine: set 'sysroot' to a folder with copies of them."


def in_core(memory):
    """Address of the _PyRuntime of CPython 3.13 on in a core file whose program is not there, or 0:
    by what it publishes at its beginning. It can be read where the core has its constants."""
    inferior = gdb.selected_inferior()
    for start, end in segments():
        while start < end:
            found = inferior.search_memory(start, end - start, debug_offsets.COOKIE)
            if found is None:
                break
            if found % 8 == 0 and debug_offsets.is_published(memory, found):
                return found
            start = found + 1
    return 0


def segments():
    """(start, end) of the memory in the core file, without big heaps; [] without one."""
    files = said("info files").partition("core dump file")[2]
    rows = SEGMENT.findall(files)
    found = [(int(start, 16), int(end, 16)) for start, end in rows]
    return [(start, end) for start, end in found if end - start <= MAX_SEGMENT]


def in_files(images):
    """Address of _PyRuntime by the symbol tables of the mapped files named python*, or 0."""
    seen = set()
    for mapped in images.all():
        name = os.path.basename(mapped.path)
        if "python" in name and mapped.offset == 0 and mapped.path not in seen:
            seen.add(mapped.path)
            address = in_file(mapped)
            if address:
                return address
    return 0


def in_file(mapped):
    path = targets.local_path(mapped.path)
    try:
        return runtime_symbol.address(path, mapped.start) if path else 0
    except (OSError, struct.error, IndexError):  # not on this machine, or damaged
        return 0
