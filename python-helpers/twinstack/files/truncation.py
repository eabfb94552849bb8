"""Core files that end before the memory that they should hold (a full disk, ulimit -c, a cut copy)."""

import os
import struct

from ..later import re
from ..said import said
from . import elf

CORE = re.compile(r"core dump file:\s+`(.+)', file type")


def sentence():
    """The sentence that says so of the core file that GDB has open, with a space before it; "" where
    nothing is missing. GDB then reads what the executable has at an address, or nothing."""
    core = core_file()
    if core is None:
        return ""
    try:
        expected, size = expected_size(core), os.path.getsize(core)
    except (OSError, struct.error):  # gone since, or cut within its headers
        return ""
    if size >= expected:
        return ""
    return " The core file is truncated: %d bytes are expected, and it has %d." % (expected, size)


def core_file():
    """The path of the core file that GDB has open, or None."""
    found = CORE.search(said("info files"))
    return found and found.group(1)


def expected_size(path):
    """The end of the last segment of an ELF file of 64 bits; 0 for any other."""
    return max((each.offset + each.file_size for each in elf.segments_of_file(path)), default=0)
