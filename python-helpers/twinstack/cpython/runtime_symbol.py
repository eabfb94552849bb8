"""Where _PyRuntime is by the file that defines it, when GDB has no symbols of it."""

from ..files import elf

NAME = b"_PyRuntime"
SECTION = b".PyRuntime"  # CPython 3.10 on: it alone is in there
SYMBOL_TABLES = (2, 11)  # SHT_SYMTAB, SHT_DYNSYM


def address(path, base):
    """Its address in the ELF file mapped at ``base``; 0 when that has none."""
    with open(path, "rb") as file:
        data = file.read()
    sections, names = elf.sections(data)
    found = _by_symbols(data, sections) or _by_section(data, sections, names)
    return found + base if found and elf.is_shared(data) else found


def _by_symbols(data, sections):
    for table in sections:
        if table.kind in SYMBOL_TABLES:
            strings = sections[table.link].offset
            for at in range(table.offset, table.offset + table.size, elf.SYMBOL.size):
                name, _, _, section, value, _ = elf.SYMBOL.unpack_from(data, at)
                if section and elf.text_at(data, strings + name, len(NAME)) == NAME:
                    return value
    return 0


def _by_section(data, sections, names):
    found = (each.address for each in sections if elf.text_at(data, names + each.name, len(SECTION)) == SECTION)
    return next(found, 0)
