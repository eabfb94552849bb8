"""Find _PyRuntime in an ELF file on disk, for when GDB has no symbols of it."""

import struct
from collections import namedtuple

NAME = b"_PyRuntime"
SECTION = b".PyRuntime"  # CPython 3.10 on
SYMBOL_TABLES = (2, 11)  # SHT_SYMTAB, SHT_DYNSYM
SHARED = 3  # ET_DYN: addresses are relative to where the file is mapped
HEADER, SECTION_HEADER, SYMBOL = "<16xH22xQ10xHHH", "<IIQQQQIIQQ", "<IBBHQQ"
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
