"""ELF files of 64 bits (elf(5)), on disk or mapped into memory: their sections and segments. What is no such file has none."""

import struct
import zlib
from collections import namedtuple

from ..later import mmap

MAGIC = b"\x7fELF\x02"  # the last byte: 64 bits
SHARED = 3  # ET_DYN: addresses are relative to where the file is mapped
LOAD = 1  # PT_LOAD
STRINGS = 3  # SHT_STRTAB
COMPRESSED, ZLIB = 0x800, 1  # SHF_COMPRESSED, ELFCOMPRESS_ZLIB
SYMBOL = struct.Struct("<IBBHQQ")  # Elf64_Sym: st_name, st_info, st_other, st_shndx, st_value, st_size

_HEADER = struct.Struct("<16xH14xQQ6xHHHHH")
_SECTION = struct.Struct("<IIQQQQIIQQ")
_SEGMENT = struct.Struct("<IIQQQQQQ")
_PACKED = struct.Struct("<IIQQ")  # what a compressed section begins with

_Header = namedtuple("_Header", "kind segments sections segment_size segment_count section_size section_count names")
Section = namedtuple("Section", "name kind flags address offset size link info align entry")
Segment = namedtuple("Segment", "kind flags offset address physical file_size size align")


class Unreadable(Exception):
    """A table that lies beyond the end of its file, or is of a form that is not read here."""


def sections(data):
    """(the Sections of a file that was read whole, where their names begin in it)"""
    header = _header(data)
    if header is None:
        return [], 0
    found = _table(_SECTION, Section, data, header.sections, header.section_size, header.section_count)
    return found, found[header.names].offset if found else 0


def is_shared(data):
    """Whether the data of a file that has sections are those of a library or of a PIE (ET_DYN)."""
    return _header(data).kind == SHARED


def has_section(path, name):
    """Reads no more than the section headers and their names."""
    with open(path, "rb") as file:
        return any(True for _ in _named(file, name))


def may_define(path, name):
    """Whether the names of the file's symbols have this one, or one that ends in it; what the file only uses is among them, too."""
    with open(path, "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        tables = [each for each in sections(data)[0] if each.kind == STRINGS]
        return any(data.find(name + b"\0", each.offset, each.offset + each.size) >= 0 for each in tables)


def contents(path, name):
    """The bytes of a section; none where there is no such one. Raises Unreadable for one that is packed
    in another way than by zlib."""
    with open(path, "rb") as file:
        for section in _named(file, name):
            data = _read(file, section.offset, section.size)
            return _unpacked(data) if section.flags & COMPRESSED else data
    return b""


def segments(read):
    """The Segments of the file of which ``read(offset, size)`` gives bytes; no more than the headers is read."""
    header = _header(read(0, _HEADER.size))
    if header is None:
        return []
    data = read(header.segments, header.segment_size * header.segment_count)
    return _table(_SEGMENT, Segment, data, 0, header.segment_size, header.segment_count)


def segments_of_file(path):
    with open(path, "rb") as file:
        return segments(lambda offset, size: _read(file, offset, size))


def segments_in_memory(memory, start):
    """The Segments of the ELF file that is mapped at ``start``, read from memory. Raises CorruptMemory."""
    return segments(lambda offset, size: memory.read(start + offset, size))


def text_at(data, start, length):
    """The NUL-terminated text, when it has this length; else something that differs from it."""
    return data[start : start + length] if data[start + length : start + length + 1] == b"\0" else b""


def _header(data):
    return _Header(*_HEADER.unpack_from(data)) if data[: len(MAGIC)] == MAGIC else None


def _table(form, kind, data, start, size, count):
    return [kind(*form.unpack_from(data, start + index * size)) for index in range(count)]


def _read(file, offset, size):
    file.seek(offset)
    return file.read(size)


def _named(file, name):
    """Generates the Sections of that name of an open file."""
    header = _header(file.read(_HEADER.size))
    if header is None:
        return
    headers = _read(file, header.sections, header.section_size * header.section_count)
    found = _table(_SECTION, Section, headers, 0, header.section_size, header.section_count)
    names = _read(file, found[header.names].offset, found[header.names].size)
    yield from (section for section in found if text_at(names, section.name, len(name)) == name)


def _unpacked(data):
    if struct.unpack_from("<I", data)[0] != ZLIB:
        raise Unreadable("It is not packed by zlib.")
    return zlib.decompress(data[_PACKED.size :])
