"""A core file leaves out what its program has unchanged in its files, such as code and constants: GDB reads those from the files. Are CPython's the ones that ran?"""

import os
import struct

import gdb

from ..errors import CorruptMemory
from ..inferior import targets
from ..later import re
from . import elf

CPYTHON = re.compile(r"(lib)?python\d[^/]*$")
MISSING = " GDB reads code and constants from the file '%s', which is not there."
ANOTHER = " GDB reads code and constants from the file '%s', which is not the one that ran, or another build of it."
WHAT_TO_DO = " Set 'program' to the file that ran, or 'sysroot' to the folder that holds the files of its machine."
NOTE = "<III"  # Elf64_Nhdr: n_namesz, n_descsz, n_type
NOTES, BUILD_ID = 4, 3  # PT_NOTE, NT_GNU_BUILD_ID
MOST_SEGMENTS, MOST_NOTES = 64, 1 << 14


def sentence(images, memory):
    """A sentence with a space before it that says which file of CPython's is missing or another one; "" where none is."""
    if not targets.is_core():
        return ""
    for mapped in images.all():
        if mapped.offset == 0 and CPYTHON.match(os.path.basename(mapped.path)):
            file = file_of(mapped.path)
            if file is None:
                return MISSING % mapped.path + WHAT_TO_DO
            if build_id(memory, mapped.start) not in (None, file.build_id):
                return ANOTHER % file.filename + WHAT_TO_DO
    return ""


def file_of(path):
    """The gdb.Objfile that GDB takes for a file of the program: of that name, wherever it is; otherwise, but for a library, the program's. Or None."""
    name = os.path.basename(path)
    program = gdb.current_progspace().filename
    files = [file for file in gdb.objfiles() if file.owner is None and file.filename]
    named = [file for file in files if os.path.basename(file.filename) == name]
    other = [] if name.startswith("lib") else [file for file in files if file.filename == program]
    return next(iter(named + other), None)


def build_id(memory, start):
    """That of the ELF file mapped at ``start``, by its first page, which the kernel writes into every core file; None where it is not there."""
    try:
        for segment in elf.segments_in_memory(memory, start)[:MOST_SEGMENTS]:
            found = segment.kind == NOTES and in_notes(memory.read(start + segment.offset, min(segment.file_size, MOST_NOTES)))
            if found:
                return found
    except (CorruptMemory, struct.error):
        pass
    return None


def in_notes(notes):
    at, name_at = 0, struct.calcsize(NOTE)
    while at + name_at <= len(notes):
        name, content, kind = struct.unpack_from(NOTE, notes, at)
        content_at = at + name_at + (name + 3 & ~3)
        if kind == BUILD_ID and notes[at + name_at :][:4] == b"GNU\0":
            return notes[content_at : content_at + content].hex()
        at = content_at + (content + 3 & ~3)
    return None
