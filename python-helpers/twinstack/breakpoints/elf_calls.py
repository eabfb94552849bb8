"""Where a library calls functions of another one, by its relocations: ELF64 of x86-64.

A call goes through a stub of the procedure linkage table or, where the compiler was told to have none, through the
global offset table at once. Code is not taken apart: four bytes that happen to lead to such a place are improbable.
"""

import functools
import os
import struct
from collections import namedtuple

from ..files import elf
from ..later import mmap, re

MACHINE = struct.pack("<H", 62)  # EM_X86_64, at offset 18
RELA, DYNSYM, NOBITS = 4, 11, 8  # sh_type
EXECUTABLE = 4  # SHF_EXECINSTR
SLOTS = (6, 7)  # R_X86_64_GLOB_DAT, R_X86_64_JUMP_SLOT
RELOCATION = struct.Struct("<QIIq")
DISPLACEMENT = struct.Struct("<i")
DIRECT = re.compile(rb"[\xe8\xe9]")  # call, jmp
INDIRECT = re.compile(rb"\xff[\x15\x25]")  # the same through memory
ENTRIES = (b"\xf3\x0f\x1e\xfa\xf2", b"\xf3\x0f\x1e\xfa", b"\xf2")  # what a stub may begin with
TABLE = b".plt"  # also .plt.got, .plt.sec
MAX_NAME = 64
MAX_CODE = 100 << 20  # bytes that are looked through: half a second

# ``calls`` and ``stubs``: {address in the file: name of the function}; no calls where there is more code than MAX_CODE.
# ``is_relative``: to where it is loaded.
Calls = namedtuple("Calls", "calls stubs is_relative")


def of(path, wanted):
    """The Calls of the functions ``wanted`` in a file; none in one that defines them itself, or is of another machine."""
    status = os.stat(path)
    return _read(path, frozenset(wanted), (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns))


@functools.lru_cache(maxsize=256)
def _read(path, wanted, version):
    """A library may be unloaded and loaded again."""
    with open(path, "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        return _of(data, wanted)


def _of(data, wanted):
    if data[: len(elf.MAGIC)] != elf.MAGIC or data[18:20] != MACHINE:
        return Calls({}, {}, True)
    sections, names = _sections(data)
    slots, calls, stubs = _slots(data, sections, wanted), {}, {}
    named = zip(names, sections) if slots else ()
    code = [(name[:4] == TABLE, each) for name, each in named if each.flags & EXECUTABLE and each.kind != NOBITS]
    if sum(each.size for _, each in code) > MAX_CODE:
        code = [(is_table, each) for is_table, each in code if is_table]
    for is_table, section in code:
        for at, target in _targets(data, section, INDIRECT, slots):
            if is_table:
                stubs[_entry(data, section, at)] = slots[target]
            else:
                calls[at] = slots[target]
    for is_table, section in code:
        if not is_table:
            calls.update((at, stubs[target]) for at, target in _targets(data, section, DIRECT, stubs))
    return Calls(calls, stubs, elf.is_shared(data))


def _slots(data, sections, wanted):
    """The slots of the GOT that the dynamic linker fills with wanted functions: {address: name of the function}."""
    found = {}
    for table in sections:
        if table.kind != RELA or table.link >= len(sections) or sections[table.link].kind != DYNSYM:
            continue
        symbols = sections[table.link]
        strings = sections[symbols.link].offset
        for at in range(table.offset, table.offset + table.size, RELOCATION.size):
            place, kind, symbol, _ = RELOCATION.unpack_from(data, at)
            if kind in SLOTS:
                start, _, _, section, _, _ = elf.SYMBOL.unpack_from(data, symbols.offset + symbol * elf.SYMBOL.size)
                name = data[strings + start : strings + start + MAX_NAME].partition(b"\0")[0].decode("ascii", "replace")
                if name in wanted and not section:
                    found[place] = name
    return found


def _sections(data):
    """(the file's Sections, the name of each as bytes, in the same order)"""
    sections, strings = elf.sections(data)
    return sections, [data[strings + each.name : strings + each.name + MAX_NAME].partition(b"\0")[0] for each in sections]


def _targets(data, section, pattern, wanted):
    """(address of the instruction, where it leads to) of those that lead to a place that is ``wanted``."""
    end = section.offset + section.size
    for found in pattern.finditer(data, section.offset, end - DISPLACEMENT.size):
        address = section.address + found.start() - section.offset
        target = address + len(found.group()) + DISPLACEMENT.size + DISPLACEMENT.unpack_from(data, found.end())[0]
        if target in wanted:
            yield address, target


def _entry(data, section, address):
    at = address - section.address + section.offset
    return next((address - len(each) for each in ENTRIES if data[at - len(each) : at] == each), address)
