"""Source breakpoints: DAP's setBreakpoints.

A path is compared as a whole, except that GDB looks for a source that it cannot find by its bare
name in its own working directory ($cwd of "show directories"): GDB must not be started in a
directory that holds sources.
"""

import gdb

from ..commands import operation
from ..cython.names import is_source
from ..files import newer_sources
from ..quiet import quietly
from . import cython_lines, hardware, line_tables, source_names
from .breakpoint_sets import GdbBreakpoint, others_than, replace, requested
from .decisions import DecidedBreakpoint
from .unfound_lines import UnfoundLine


@operation("set-breakpoints")
def set_breakpoints(path, breakpoints, client=None, kept=()):
    """Replace all breakpoints of the file ``path``, which is ``client`` for the client, by the given ones:
    {"line", "mode", "condition", "hitCondition"} each; and by those with the numbers ``kept``. See breakpoint_sets.replace."""
    source_names.known_to_client(path, client)
    kept = frozenset(kept)
    lines = [each["line"] for each in breakpoints + requested(path, kept)]
    file = line_tables.prepare(path, lines) if len(lines) + others_than(path) >= line_tables.MANY else None
    reply = replace(path, breakpoints, lambda request: _made(path, request, file), kept)
    placed = next((each["address"] for each in reply["breakpoints"] if each["verified"]), None)
    if placed:
        newer_sources.look(gdb.find_pc_line(int(placed, 16)).symtab)
    return reply


def _made(path, request, file):
    """``file``: the line_tables.SourceFile where that places the breakpoint, or None."""
    line = request["line"]
    if request.get("mode") == "hardware":
        return hardware.line(path, line)
    if is_source(path):
        return cython_lines.breakpoint(path, line)
    if file is not None:
        return line_tables.breakpoint(file, line)
    native, text = quietly(lambda: DecidedBreakpoint(source=path, line=line))
    return UnfoundLine.made(native, path, line, text) if native.pending else GdbBreakpoint(native)
