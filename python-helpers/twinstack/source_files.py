"""Source files in the debug information that is loaded."""

import gdb

from .commands import operation


@operation("breakpoint-locations")
def breakpoint_locations(path, line, end):
    """{"lines"}: those from ``line`` to ``end`` of a file that have code, in rising order. None have
    where no loaded program or library has the file."""
    lines = {number for each in symtabs(path) for number in each.linetable().source_lines()}
    return {"lines": sorted(number for number in lines if line <= number <= end)}


def symtabs(path):
    """The gdb.Symtabs of a file that share its first line with code: one for each object file that
    it was compiled into."""
    quote = "'" if '"' in path else '"'
    try:
        _, found = gdb.decode_line("%s%s%s:1" % (quote, path, quote))
    except gdb.error:  # no such file
        return []
    return [each.symtab for each in found or () if each.symtab is not None]
