"""Find the CPython in the debuggee: where it is."""

import os
import struct

from . import elf
from .errors import CorruptMemory, NoPython, UnreadablePython
from .identify import identify
from .inferior import symbol


def find(debuggee):
    """The Runtime of the debuggee. Raises NoPython with the reason."""
    address = symbol("_PyRuntime") or in_files(debuggee.images)
    if not address:
        raise NoPython("The program has no CPython in it (no symbol _PyRuntime).")
    try:
        return identify(debuggee, address)
    except CorruptMemory as error:
        raise UnreadablePython("The program's CPython cannot be read: %s." % error)


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
    try:
        return elf.runtime_address(mapped.path, mapped.start)
    except (OSError, struct.error, IndexError):  # not on this machine, or damaged
        return 0
