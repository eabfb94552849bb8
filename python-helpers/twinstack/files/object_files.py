"""Tells the adapter of the program's file and its libraries as GDB has read their symbols: an event
"object-file" for each, {"file", "program": whether it is the program itself, "debugInformation",
"symbolFile": the file that has it where that is another, or null}.

What only GDB has is left out: the DSO of the kernel, code of a JIT compiler.
"""

import os
import struct

import gdb

from ..mi import unasked
from . import elf

SECTIONS = (b".debug_info", b".zdebug_info")

_debug_files = {}  # file -> the debug file that GDB has found for it


def read(objfile):
    """GDB has read the symbols of this file."""
    name = objfile.filename
    if not name or not (os.path.isabs(name) or os.path.exists(name)):
        return
    if objfile.owner is not None:  # read before its owner
        _debug_files[objfile.owner.filename] = name
        return
    debug_file = _debug_files.pop(name, None)
    unasked.event(
        "object-file",
        file=name,
        program=is_program(objfile),
        debugInformation=debug_file is not None or has_debug_information(name),
        symbolFile=debug_file,
    )


def program_read():
    """As read, of the program: what is written while GDB's output is taken as a string is not told."""
    program = [each for each in gdb.objfiles() if is_program(each)]
    for objfile in sorted(gdb.objfiles(), key=lambda each: each.owner is None):
        if is_program(objfile) or objfile.owner in program:
            read(objfile)


def is_program(objfile):
    return objfile.filename == gdb.current_progspace().filename


def has_debug_information(file):
    try:
        return any(elf.has_section(file, section) for section in SECTIONS)
    except (OSError, struct.error, IndexError):  # a file of another machine, or damaged
        return False


def tell():
    """Tell of every library as GDB has read its symbols, from now on."""
    gdb.events.new_objfile.connect(lambda event: read(event.new_objfile))
