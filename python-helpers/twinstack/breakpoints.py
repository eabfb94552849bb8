"""Source breakpoints: DAP's setBreakpoints.

A path is compared as a whole, except that GDB looks for a source that it cannot find by its bare
name in its own working directory ($cwd of "show directories"): GDB must not be started in a
directory that holds sources.
"""

from . import hardware, line_tables
from .breakpoint_sets import others_than, replace
from .commands import operation


@operation("set-breakpoints")
def set_breakpoints(path, breakpoints):
    """Replace all breakpoints of the file ``path`` by the given ones: {"line", "mode", "condition",
    "hitCondition"} each; see breakpoint_sets.replace."""
    are_many = len(breakpoints) + others_than(path) >= line_tables.MANY
    if are_many:
        line_tables.prepare(path, [each["line"] for each in breakpoints])
    return replace(path, breakpoints, lambda request: _made(path, request, are_many))


def _made(path, request, are_many):
    line, mode = request["line"], request.get("mode")
    if are_many and mode != "hardware":
        return line_tables.breakpoint(path, line)
    found, text = hardware.made(mode, source=path, line=line)
    if text:
        found.missing = line_tables.reason(path, text)
    return found
