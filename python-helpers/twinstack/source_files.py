"""Source files in the debug information that is loaded."""

import gdb

from .commands import operation
from .gdb_features import STAYS_AT_LINE

MOST_LINES = 100  # tried one after the other, for a symtab of their file


@operation("breakpoint-locations")
def breakpoint_locations(path, line, end):
    """{"lines"}: those from ``line`` to ``end`` of a file that have code, in rising order. None have
    where no loaded program or library has the file."""
    found = {number for each in symtabs(path, line, end) for number in each.linetable().source_lines()}
    return {"lines": sorted(number for number in found if line <= number <= end)}


def symtabs(path, line, end):
    """The gdb.Symtabs of a file that have code for one of those lines; GDB before 16 takes the next
    one with code instead, so that the first line is enough."""
    quote = "'" if '"' in path else '"'
    for number in range(line, min(end + 1, line + MOST_LINES)):
        try:
            _, found = gdb.decode_line("%s%s%s:%d" % (quote, path, quote, number))
            return [each.symtab for each in found or () if each.symtab is not None]
        except gdb.error as error:
            if STAYS_AT_LINE not in str(error):  # no such file
                break
    return []
