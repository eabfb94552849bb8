"""Where GDB's breakpoints are: file, line and address of their locations."""

from collections import namedtuple

import gdb

from ..cython import true_lines
from ..cython.names import is_source
from ..gdb_features import TELLS_LOCATIONS
from ..later import re
from ..said import said

_LISTED = re.compile(r"^-?\d\S*\s.*\s(0x[0-9a-f]+) ", re.MULTILINE)

Place = namedtuple("Place", "path line address")  # absolute path and line, None without debug information


def of(native):
    """The Place of the breakpoint's first location, or None while it has none."""
    if native.pending:
        return None
    if TELLS_LOCATIONS:
        return next((_of_location(each) for each in native.locations), None)
    return listed(native)


def count(native):
    """How many locations the breakpoint has."""
    return len(addresses(native))


def addresses(native):
    """The addresses of all locations of a breakpoint of GDB's; none while it is pending."""
    if native.pending:
        return []
    if TELLS_LOCATIONS:
        return [each.address for each in native.locations]
    return [int(each, 16) for each in _LISTED.findall(_rows(native.number))]


def _of_location(location):
    if location.source and is_source(location.fullname):
        return at(location.address)
    path, line = (location.fullname, location.source[1]) if location.source else (None, None)
    return Place(path, line, hex(location.address))


def listed(native):
    """The Place of a breakpoint's first location by what "info breakpoints" says, as GDB before 13 tells Python of none; or None."""
    found = _LISTED.search(_rows(native.number))
    return found and at(int(found.group(1), 16))


def _rows(number):
    """What GDB lists of a breakpoint. Internal ones are in another list, which GDB 10 gives whole, as it takes no negative number."""
    if number > 0:
        return said("info breakpoints %d" % number)
    mine = "%d " % number, "%d." % number
    return "\n".join(row for row in said("maint info breakpoints").splitlines() if row.startswith(mine))


def at(address):
    """The Place of an address; without file and line where GDB knows none."""
    found = gdb.find_pc_line(address)
    if found.symtab is None:
        return Place(None, None, hex(address))
    return Place(found.symtab.fullname(), true_lines.of_address(found, address), hex(address))
