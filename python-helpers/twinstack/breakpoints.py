"""Source breakpoints: DAP's setBreakpoints.

A path is compared as a whole, except that GDB looks for a source that it cannot find by its bare
name in its own working directory ($cwd of "show directories"): GDB must not be started in a
directory that holds sources.
"""

import re

from . import hardware, line_tables
from .breakpoint_sets import replace
from .commands import operation
from .gdb_features import STAYS_AT_LINE


@operation("set-breakpoints")
def set_breakpoints(path, breakpoints):
    """Replace all breakpoints of the file ``path`` by the given ones: {"line", "mode", "condition",
    "hitCondition", "logMessage"} each; see breakpoint_sets.replace."""
    table = line_tables.Table(path) if len(breakpoints) >= line_tables.MANY else None
    return replace(path, breakpoints, lambda request: _placed(path, request, table))


def _placed(path, request, table):
    location = table and table.location(request["line"])
    where = {"spec": location} if location else {"source": path, "line": request["line"]}
    found, text = hardware.made(request.get("mode"), **where)
    if text:
        found.missing = _reason(path, text)
    return found


def _reason(path, text):
    """Why a breakpoint is pending, from what GDB said when it was made."""
    if re.search(r"\bNo line \d", text):
        return "The file has no code at this line or after it."
    if STAYS_AT_LINE in text:
        return "The file has no code at this line."
    return "No loaded program or library has code for this line of %s yet." % path
