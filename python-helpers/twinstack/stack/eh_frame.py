"""The functions of a mapped ELF file as its unwind information tells them, read from memory.

The formats: System V ABI and Linux Standard Base (.eh_frame, .eh_frame_hdr), DWARF (encodings).
"""

import bisect
import struct

from ..errors import CorruptMemory
from ..files import elf
from ..inferior.mappings import files

EH_FRAME = 0x6474E550  # PT_GNU_EH_FRAME
VERSION = 1
ENCODINGS = b"\x03\x3b"  # a count of 32 bits; pairs of 32 bits, relative to the header
SIZES = {0x0: 8, 0x2: 2, 0x3: 4, 0x4: 8, 0xA: 2, 0xB: 4, 0xC: 8}  # of DW_EH_PE_... & 15
PAGE = 0x1000
MAX_FUNCTIONS = 1 << 20
MAX_AUGMENTATION = 16


class Functions:
    """The functions of the file that is mapped at an address; none when it has no table of them."""

    def __init__(self, memory, address):
        self._memory = memory
        self._starts, self._entries = self._table(image_base(address))
        self._found = {}

    def at(self, address):
        """(first address, address past the last) of the function at ``address``; None without."""
        index = bisect.bisect_right(self._starts, address) - 1
        if index < 0:
            return None
        if index not in self._found:
            start = self._starts[index]
            self._found[index] = start, start + self._size(self._entries[index])
        found = self._found[index]
        return found if address < found[1] else None

    def _table(self, base):
        """(addresses of the functions, rising; addresses of their entries in .eh_frame)"""
        header = base and self._header(base)
        if not header:
            return [], []
        version, encodings, count = struct.unpack("<Bx2s4xI", self._memory.read(header, 12))
        if (version, encodings) != (VERSION, ENCODINGS):
            return [], []
        count = min(count, MAX_FUNCTIONS)
        offsets = struct.unpack("<%di" % (2 * count), self._memory.read(header + 12, 8 * count))
        addresses = [header + offset for offset in offsets]
        return addresses[::2], addresses[1::2]

    def _header(self, base):
        """The address of .eh_frame_hdr in the file mapped at ``base``; 0 where it has none."""
        first, found = None, 0
        for segment in elf.segments_in_memory(self._memory, base):
            if segment.kind == elf.LOAD and first is None:
                first = segment.address // PAGE * PAGE
            if segment.kind == EH_FRAME:
                found = segment.address
        return found and base - (first or 0) + found

    def _size(self, entry):
        """How long a function is: address and size follow the entry's length and its CIE."""
        common = entry + 4 - self._memory.u32(entry + 4)
        width = SIZES.get(self._encoding(common) & 15, 8)
        at = entry + 8 + width
        return int.from_bytes(self._memory.read(at, width), "little")

    def _encoding(self, common):
        """How addresses are encoded in the entries of a CIE: its augmentation "R"."""
        augmentation = self._memory.text(common + 9, MAX_AUGMENTATION)
        at = common + 9 + len(augmentation) + 1
        for _ in range(4):  # code and data alignment, return register, size of the augmentation
            at = self._after_number(at)
        for letter in augmentation[1:]:
            if letter == "R":
                return self._memory.u8(at)
            at += 1 + SIZES.get(self._memory.u8(at) & 15, 8) * (letter == "P")
        return 0

    def _after_number(self, at):
        """The address after a LEB128 number."""
        for _ in range(10):
            if not self._memory.u8(at) & 128:
                return at + 1
            at += 1
        raise CorruptMemory(at, "no unwind information")


def image_base(address):
    """Where the file that is mapped at ``address`` begins; 0 when none is."""
    mapped = files()
    path = next((each.path for each in mapped if each.start <= address < each.end), None)
    return next((each.start for each in mapped if each.path == path), 0) if path else 0
