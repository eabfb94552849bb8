"""Find the CPython in the debuggee: where it is, which version, whether it can be read."""

import os
import struct

import gdb

from . import arch, debug_offsets, elf, layouts
from .errors import CorruptMemory, NoPython, UnreadablePython, UnsupportedPython
from .inferior import symbol
from .runtime import Runtime, version_text
from .versions import VERSIONS


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
    """A CPython of 3.13 on tells its version; of 3.11 on it has the symbol Py_Version."""
    published = debug_offsets.published(debuggee.memory, address)
    if published:
        hexversion, flavour = published
        layout = table(hexversion, flavour)
        debug_offsets.overlay(debuggee.memory, address, layout)
    else:
        hexversion, flavour = told_by_symbol(debuggee.memory), ""
        layout = table(hexversion, flavour)
    return checked(Runtime(debuggee, address, layout, flavour), hexversion)


def told_by_symbol(memory):
    address = symbol("Py_Version")
    if not address:
        raise UnsupportedPython(
            "The program's CPython is older than 3.11, which is not supported; supported are %s."
            % supported()
        )
    return memory.u32(address)


def supported():
    return ", ".join(sorted(VERSIONS))


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
    machine = arch.of(gdb.selected_inferior()).name
    layout = layouts.load(minor, flavour, machine)
    if layout is None or layout.name not in VERSIONS:
        raise UnsupportedPython(
            "CPython %s%s on %s is not supported; supported are %s."
            % (minor, flavour, machine, supported())
        )
    return layout
