"""Source breakpoints: DAP's setBreakpoints.

A path is compared as a whole, except that GDB looks for a source that it cannot find by its bare
name in its own working directory ($cwd of "show directories"): GDB must not be started in a
directory that holds sources.
"""

from . import hardware, line_tables
from .breakpoint_sets import GdbBreakpoint, others_than, replace
from .commands import operation
from .decisions import DecidedBreakpoint
from .quiet import quietly


@operation("set-breakpoints")
def set_breakpoints(path, breakpoints):
    """Replace all breakpoints of the file ``path`` by the given ones: {"line", "mode", "condition",
    "hitCondition"} each; see breakpoint_sets.replace."""
    are_many = len(breakpoints) + others_than(path) >= line_tables.MANY
    if are_many:
        line_tables.prepare(path, [each["line"] for each in breakpoints])
    return replace(path, breakpoints, lambda request: _made(path, request, are_many))


def _made(path, request, are_many):
    line = request["line"]
    if request.get("mode") == "hardware":
        return hardware.line(path, line)
    if are_many:
        return line_tables.breakpoint(path, line)
    native, text = quietly(lambda: DecidedBreakpoint(source=path, line=line))
    return GdbBreakpoint(native, line_tables.reason(path, text) if text else None)
