"""Find the CPython in the debuggee: where it is, which version, whether it can be read."""

import os
import struct

import gdb

from . import arch, debug_offsets, elf, layouts
from .errors import CorruptMemory, NoPython, UnreadablePython, UnsupportedPython
from .inferior import symbol
from .runtime import Runtime, version_text
from .versions import VERSIONS

SINCE_38 = "Py_BytesMain"  # a function of CPython 3.8 on


def find(debuggee):
    """The Runtime of the debuggee. Raises NoPython with the reason."""
    address = symbol("_PyRuntime") or in_files(debuggee.images)
    if not address:
        raise NoPython("The program has no CPython in it (no symbol _PyRuntime).")
    try:
        return identify(debuggee, address)
    except CorruptMemory as error:
        raise UnreadablePython("The program's CPython cannot be read: %s." % error)


def in_files(images):
    """Address of _PyRuntime by the symbol tables of the mapped files named python*, or 0."""
    seen = set()
    for mapped in images.all():
        name = os.path.basename(mapped.path)
        if "python" in name and mapped.offset == 0 and mapped.path not in seen:
            seen.add(mapped.path)
            address = in_file(mapped)
            if address:
                return address
    return 0


def in_file(mapped):
    try:
        return elf.runtime_address(mapped.path, mapped.start)
    except (OSError, struct.error, IndexError):  # not on this machine, or damaged
        return 0


def identify(debuggee, address):
    """A CPython of 3.13 on tells its version, of 3.11 on it has the symbol Py_Version; of any other
    the table is the one by which it reads as that version."""
    published = debug_offsets.published(debuggee.memory, address)
    if published:
        hexversion, flavour = published
        layout = table(hexversion, flavour)
        debug_offsets.overlay(debuggee.memory, address, layout)
        return checked(Runtime(debuggee, address, layout, flavour), hexversion)
    told = symbol("Py_Version")
    if told:
        hexversion = debuggee.memory.u32(told)
        return checked(Runtime(debuggee, address, table(hexversion, ""), ""), hexversion)
    return by_trial(debuggee, address)


def by_trial(debuggee, address):
    """The Runtime by the only table that fits: by any other one sys.hexversion is not found, or is
    no number of that table's version."""
    starting = None
    for layout in undescribed():
        try:
            found = Runtime(debuggee, address, layout, "")
            if found.version.startswith(layout.name + "."):
                return found
        except NoPython as error:
            starting = error
        except CorruptMemory:
            pass
    raise starting if starting and symbol(SINCE_38) else unknown()


def undescribed():
    """The tables of versions that do not describe themselves."""
    tables = (layouts.load(name, "", architecture()) for name in VERSIONS)
    return [table for table in tables if table and not table.has("_Py_DebugOffsets", "version")]


def unknown():
    return UnsupportedPython(
        "The program's CPython is of no version that is supported, which are %s." % supported()
    )


def supported():
    return ", ".join(VERSIONS)


def architecture():
    return arch.of(gdb.selected_inferior()).name


def checked(runtime, hexversion):
    if runtime.hexversion == hexversion:
        return runtime
    raise UnreadablePython(
        "The program's CPython says that it is %s, but read by the table of %s it is %r."
        % (version_text(hexversion), runtime.layout.name, runtime.hexversion)
    )


def table(hexversion, flavour):
    """A fresh copy of the version's layout table."""
    minor = "%d.%d" % (hexversion >> 24, hexversion >> 16 & 255)
    layout = layouts.load(minor, flavour, architecture())
    if layout is None or layout.name not in VERSIONS:
        raise UnsupportedPython(
            "CPython %s%s on %s is not supported; supported are %s."
            % (minor, flavour, architecture(), supported())
        )
    return layout
