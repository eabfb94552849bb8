"""Source files in the debug information that is loaded."""

import gdb

from .commands import operation
from .gdb_features import STAYS_AT_LINE

MOST_LINES = 100  # asked one after the other for the symtabs of their file


@operation("breakpoint-locations")
def breakpoint_locations(path, line, end):
    """{"lines"}: those from ``line`` to ``end`` of a file that have code, in rising order. None have
    where no loaded program or library has the file."""
    found = {number for each in symtabs(path, line, end) for number in each.linetable().source_lines()}
    return {"lines": sorted(number for number in found if line <= number <= end)}


def symtabs(path, line, end):
    """The gdb.Symtabs of a file that have code for one of those lines: several of a header, each with
    the functions that its own source uses."""
    quote, found = "'" if '"' in path else '"', {}
    for number in range(line, min(end + 1, line + MOST_LINES)):
        try:
            _, places = gdb.decode_line("%s%s%s:%d" % (quote, path, quote, number))
        except gdb.error as error:
            if STAYS_AT_LINE not in str(error):  # no such file
                break
            continue
        for symtab in (each.symtab for each in places or () if each.symtab is not None):
            block = symtab.static_block()
            found.setdefault((symtab.objfile.filename, block.start, block.end), symtab)
    return list(found.values())
