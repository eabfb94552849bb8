"""Which CPython it is, and the layout by which it reads right: rung by rung, each one checked.

1. The table of its version, flavour and architecture, _Py_DebugOffsets over it (3.13 on).
2. The same with the members that a patch release moved looked for (``moved``).
3. What its debug information says; a version newer than all known is walked as the newest is.

Where no rung holds, the reason is an UnreadablePython; native stacks need none of this.
"""

import gdb

from ..errors import CorruptMemory, NotRunning, UnreadablePython, UnsupportedPython
from ..inferior import arch
from ..inferior.symbols import symbol
from ..later import re
from . import debug_offsets, layouts, moved, versions
from .debug_information import layout_of
from .runtime import Runtime
from .self_check import check
from .versions import VERSIONS

NAMED = tuple(
    map(re.compile, (r"/libpython(\d+\.\d+)[^/]*$", r"/python(\d+\.\d+)[a-z]*$", r"/python(\d+\.\d+)/"))
)
SINCE_38 = "Py_BytesMain"  # a function of CPython 3.8 on
FAILURES = (CorruptMemory, UnreadablePython)


def identify(debuggee, address):
    """The Runtime at an address. A CPython of 3.13 on tells its version, of 3.11 on it has the
    symbol Py_Version; of any other the table is the one by which it reads as that version."""
    published = debug_offsets.published(debuggee.memory, address)
    if published:
        return Claim(debuggee, address, *published).runtime()
    told = symbol("Py_Version")
    if told:
        return Claim(debuggee, address, debuggee.memory.u32(told), "").runtime()
    return by_trial(debuggee, address)


class Claim:
    """What the CPython at an address says that it is."""

    def __init__(self, debuggee, address, hexversion, flavour):
        self._debuggee, self._address = debuggee, address
        self._hexversion, self._flavour = hexversion, flavour
        self._minor = "%d.%d" % (hexversion >> 24, hexversion >> 16 & 255)

    def runtime(self):
        """The Runtime by the first rung that holds; debug information is read last, as it costs
        seconds, and not before CPython has started."""
        try:
            return self._by_table()
        except FAILURES as error:
            return self._by_debug_information(error)

    def _by_table(self):
        layout = table(self._minor, self._flavour)
        self._overlay(layout)
        try:
            return self._checked(layout)
        except FAILURES + (NotRunning,):
            if not moved.find_again(self._debuggee.memory, self._address, layout):
                raise
            return self._checked(layout)

    def _by_debug_information(self, failure):
        name = self._minor + self._flavour
        known = versions.known_as(name)
        layout = layout_of(name, known, architecture()) if known else None
        if layout is None:
            raise failure
        self._overlay(layout)
        return self._checked(layout)

    def _overlay(self, layout):
        if layout.has("_Py_DebugOffsets", "cookie"):
            debug_offsets.overlay(self._debuggee.memory, self._address, layout)

    def _checked(self, layout):
        runtime = Runtime(self._debuggee, self._address, layout, self._flavour)
        check(runtime, self._debuggee.memory, self._hexversion)
        return runtime


def by_trial(debuggee, address):
    """The Runtime by the only table that fits: by any other one sys.hexversion is not found, or is
    no number of that table's version."""
    starting = None
    for layout in undescribed():
        try:
            found = Runtime(debuggee, address, layout, "")
            if found.version.startswith(layout.name + "."):
                check(found, debuggee.memory, found.hexversion)
                return found
        except NotRunning as error:
            starting = error
        except FAILURES:
            pass
    raise starting if starting and symbol(SINCE_38) else unknown(debuggee.images)


def undescribed():
    """The tables of versions that do not describe themselves."""
    tables = (layouts.load(name, "", architecture()) for name in VERSIONS)
    return [table for table in tables if table and not table.has("_Py_DebugOffsets", "version")]


def unknown(images):
    """The error for a CPython that does not tell its version and reads as none of ours."""
    if not images.all() or gdb.current_progspace().filename is None:
        return UnsupportedPython(
            "The program's CPython cannot be told, as the program's file is not there; supported are %s."
            % supported()
        )
    found = named_version(images)
    return UnsupportedPython(
        "The program's CPython is %s; supported are %s, and %s is the oldest."
        % ("of version " + found if found else "of another version", supported(), next(iter(VERSIONS)))
    )


def named_version(images):
    """"3.7" as the names of libpython, of the interpreter or of its library's folder tell; ""
    where none does."""
    paths = [mapped.path for mapped in images.all() if mapped.path]
    found = (pattern.search(path) for pattern in NAMED for path in paths)
    return next((match.group(1) for match in found if match), "")


def supported():
    return ", ".join(VERSIONS)


def architecture():
    return arch.of(gdb.selected_inferior()).name


def table(minor, flavour):
    """A fresh copy of the version's layout table."""
    layout = layouts.load(minor, flavour, architecture())
    if layout is None or layout.name not in VERSIONS:
        raise UnsupportedPython(
            "CPython %s%s on %s is not supported; supported are %s. A newer one can be read when it "
            "has debug information." % (minor, flavour, architecture(), supported())
        )
    return layout
