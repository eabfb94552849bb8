"""Source breakpoints: DAP's setBreakpoints.

A path is compared as a whole, except that GDB looks for a source that it cannot find by its bare
name in its own working directory ($cwd of "show directories"): GDB must not be started in a
directory that holds sources.
"""

import gdb

from ..commands import operation
from ..cython import lines as cython_lines
from ..cython.names import is_source
from ..files import newer_sources
from ..quiet import quietly
from . import hardware, line_tables, source_names
from .breakpoint_sets import GdbBreakpoint, others_than, replace
from .decisions import DecidedBreakpoint
from .unfound_lines import UnfoundLine


@operation("set-breakpoints")
def set_breakpoints(path, breakpoints, client=None):
    """Replace all breakpoints of the file ``path``, which is ``client`` for the client, by the given ones:
    {"line", "mode", "condition", "hitCondition"} each; see breakpoint_sets.replace."""
    source_names.known_to_client(path, client)
    are_many = len(breakpoints) + others_than(path) >= line_tables.MANY
    if are_many:
        line_tables.prepare(path, [each["line"] for each in breakpoints])
    reply = replace(path, breakpoints, lambda request: _made(path, request, are_many))
    placed = next((each["address"] for each in reply["breakpoints"] if each["verified"]), None)
    if placed:
        newer_sources.look(gdb.find_pc_line(int(placed, 16)).symtab)
    return reply


def _made(path, request, are_many):
    line = request["line"]
    if request.get("mode") == "hardware":
        return hardware.line(path, line)
    if is_source(path):
        return cython_lines.breakpoint(path, line)
    if are_many:
        return line_tables.breakpoint(path, line)
    native, text = quietly(lambda: DecidedBreakpoint(source=path, line=line))
    return UnfoundLine.made(native, path, line, text) if native.pending else GdbBreakpoint(native)
