"""Core files that end before the memory that they should hold (a full disk, ulimit -c, a cut copy)."""

import os
import re
import struct

from .said import said

CORE = re.compile(r"core dump file:\s+`(.+)', file type")
HEADER = "<5s27xQ14xHH"  # magic and class; e_phoff, e_phentsize, e_phnum
SEGMENT = "<8xQ16xQ"  # p_offset, p_filesz


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
    with open(path, "rb") as file:
        magic, table, size, count = struct.unpack(HEADER, file.read(struct.calcsize(HEADER)))
        if magic != b"\x7fELF\x02":
            return 0
        file.seek(table)
        segments = file.read(size * count)
    ends = [sum(struct.unpack_from(SEGMENT, segments, size * i)) for i in range(count)]
    return max(ends, default=0)
