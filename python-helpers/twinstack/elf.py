"""ELF files on disk: where _PyRuntime is when GDB has no symbols of it, which sections there are."""

import struct
import zlib
from collections import namedtuple

NAME = b"_PyRuntime"
SECTION = b".PyRuntime"  # CPython 3.10 on
SYMBOL_TABLES = (2, 11)  # SHT_SYMTAB, SHT_DYNSYM
SHARED = 3  # ET_DYN: addresses are relative to where the file is mapped
HEADER, SECTION_HEADER, SYMBOL = "<16xH22xQ10xHHH", "<IIQQQQIIQQ", "<IBBHQQ"
COMPRESSED, ZLIB = 0x800, 1  # SHF_COMPRESSED, ELFCOMPRESS_ZLIB
PACKED = "<IIQQ"  # what such a section begins with
SYMBOL_SIZE = struct.calcsize(SYMBOL)

Section = namedtuple("Section", "name kind flags address offset size link info align entry")


def runtime_address(path, base):
    """Address of _PyRuntime in the file mapped at ``base``; 0 when it has none or is no ELF64."""
    with open(path, "rb") as file:
        data = file.read()
    if data[:5] != b"\x7fELF\x02":
        return 0
    kind, table, entry, count, names = struct.unpack_from(HEADER, data)
    sections = [
        Section(*struct.unpack_from(SECTION_HEADER, data, table + i * entry)) for i in range(count)
    ]
    address = in_symbols(data, sections) or in_sections(data, sections, names)
    return address + base if address and kind == SHARED else address


def has_section(path, name):
    """Reads no more than the section headers and their names; False for what is no ELF64."""
    with open(path, "rb") as file:
        return any(True for _ in _sections(file, name))


def contents(path, name):
    """The bytes of a section; none where there is no such one. Raises Unreadable for one that is packed
    in another way than by zlib."""
    with open(path, "rb") as file:
        for section in _sections(file, name):
            file.seek(section.offset)
            data = file.read(section.size)
            return _unpacked(data) if section.flags & COMPRESSED else data
    return b""


def _unpacked(data):
    if struct.unpack_from("<I", data)[0] != ZLIB:
        raise Unreadable("It is not packed by zlib.")
    return zlib.decompress(data[struct.calcsize(PACKED) :])


class Unreadable(Exception):
    """What this module cannot unpack."""


def _sections(file, name):
    """Generates the Sections of that name of a file; none of what is no ELF64."""
    header = file.read(struct.calcsize(HEADER))
    if header[:5] != b"\x7fELF\x02":
        return
    _, table, entry, count, names = struct.unpack_from(HEADER, header)
    file.seek(table)
    headers = file.read(entry * count)
    sections = [Section(*struct.unpack_from(SECTION_HEADER, headers, i * entry)) for i in range(count)]
    file.seek(sections[names].offset)
    strings = file.read(sections[names].size)
    for section in sections:
        if text_at(strings, section.name, len(name)) == name:
            yield section


def in_symbols(data, sections):
    for table in sections:
        if table.kind in SYMBOL_TABLES:
            strings = sections[table.link].offset
            for at in range(table.offset, table.offset + table.size, SYMBOL_SIZE):
                name, _, _, section, value, _ = struct.unpack_from(SYMBOL, data, at)
                if section and text_at(data, strings + name, len(NAME)) == NAME:
                    return value
    return 0


def in_sections(data, sections, names):
    for section in sections:
        if text_at(data, sections[names].offset + section.name, len(SECTION)) == SECTION:
            return section.address
    return 0


def text_at(data, start, length):
    """The NUL-terminated text, when it has this length; else something that differs from it."""
    return (
        data[start : start + length] if data[start + length : start + length + 1] == b"\0" else b""
    )
