"""Source breakpoints: DAP's setBreakpoints, with hits and conditions decided inside GDB.

What GDB/MI says about them (13.1, mi3, mi-async on; ``original-location`` is always
``-source PATH -line N`` with N as it was asked for, so records find their request by it):

* ``=breakpoint-created,bkpt={number="3",…}`` when one is made, before the operation's reply; with
  ``addr="<PENDING>",pending="-source … -line …"`` while no loaded file has that source.
* ``=breakpoint-modified`` after ``=library-loaded`` and before ``*stopped`` when the library comes:
  no "pending" any more, "line" where it really is; ``addr="<MULTIPLE>"`` and
  ``locations=[{number="3.1",…,line=…},…]`` for several locations. Also at the program's start,
  when a PIE is relocated, and for each hit that stops ("times" grows); a hit that stop() refuses
  makes no record. "pending" is back after ``=library-unloaded``. A condition makes two of these
  records when it is checked; a refused one ends in ``=breakpoint-deleted``.
* ``=breakpoint-deleted,id="3"``; ``*stopped,reason="breakpoint-hit",bkptno="3"``.

All of it works while the program runs, without pausing it. A path is compared as a whole, except
that GDB looks for a source that it cannot find by its bare name in its own working directory
($cwd of "show directories"): GDB must not be started in a directory that holds sources.
"""

import re

import gdb

from . import gdb_features, hit_conditions, program_calls
from .commands import operation
from .errors import UserError
from .quiet import quietly
from .said import said

_set = {}  # path -> [Placed]


class Placed:
    """A breakpoint with the request that made it, and why it has no place yet."""

    def __init__(self, request, native, reason):
        self.request = request
        self.native = native
        self.reason = reason

    def reply(self):
        line = resolved_line(self.native)
        row = {"number": str(self.native.number), "verified": line is not None}
        row["enabled"] = self.native.enabled
        if line is None:
            return dict(row, line=self.request["line"], message=self.reason)
        return dict(row, line=line)


class DecidedBreakpoint(gdb.Breakpoint):
    """Stops where its condition holds and its number of hits is asked for.

    A hit is a time that the condition held. Costs 0.26 ms for each time that it does not stop, as
    GDB's own conditions do; GDB's would be tested after stop(), too late to count hits.
    """

    condition_text = None
    hit_condition = None
    hits = 0

    def stop(self):
        try:
            if not self._holds():
                return False
        except gdb.error as error:
            self._tell(error)
            return True
        self.hits += 1
        return self.hit_condition is None or self.hit_condition(self.hits)

    def _holds(self):
        if not self.condition_text:
            return True
        with program_calls.only_where_possible():
            return bool(gdb.parse_and_eval(self.condition_text))

    def _tell(self, error):
        gdb.write(
            "twinstack: Breakpoint %d stopped here because its condition '%s' could not be evaluated: %s\n"
            % (self.number, self.condition_text, error),
            gdb.STDERR,
        )


@operation("set-breakpoints")
def set_breakpoints(path, breakpoints):
    """Replace all breakpoints of the file ``path`` by the given ones.

    One that was there with the same line, condition and hit condition stays, with its number and
    its hits. The reply tells them in the order of the request.
    """
    _refuse_while_running()
    before = _set.pop(path, [])
    _set[path] = after = []
    replies = [_reply(path, request, before, after) for request in breakpoints]
    for unwanted in before:
        if unwanted.native.is_valid():
            unwanted.native.delete()
    return {"breakpoints": replies}


def _refuse_while_running():
    threads = gdb.selected_inferior().threads()
    if not gdb_features.WRITES_WHILE_RUNNING and any(thread.is_running() for thread in threads):
        raise UserError(
            "GDB %s cannot change breakpoints while the program runs: pause it first, or use GDB 11 or newer."
            % gdb.VERSION
        )


def _reply(path, request, before, after):
    """One requested breakpoint's reply; its Placed moves from ``before`` to ``after`` or is made."""
    try:
        placed = _taken(request, before) or _placed(path, request)
    except (UserError, gdb.error) as error:
        refused = {"number": None, "verified": False, "line": request["line"]}
        return dict(refused, message=str(error))
    after.append(placed)
    return placed.reply()


def _taken(request, before):
    same = (old for old in before if old.request == request and old.native.is_valid())
    found = next(same, None)
    if found is not None:
        before.remove(found)
    return found


def _placed(path, request):
    native, text = quietly(lambda: _made(path, request))
    if request.get("condition") and not native.pending:
        _check(native, request["condition"])
    return Placed(request, native, _reason(path, text))


def _made(path, request):
    condition, hits = request.get("condition"), request.get("hitCondition")
    if not condition and not hits:
        return gdb.Breakpoint(source=path, line=request["line"])
    decide = hit_conditions.parsed(hits) if hits else None
    native = DecidedBreakpoint(source=path, line=request["line"])
    native.condition_text, native.hit_condition = condition, decide
    return native


def _check(native, condition):
    """Let GDB parse the condition where the breakpoint is; refused: the breakpoint goes."""
    try:
        if not program_calls.POSSIBLE and program_calls.calls_a_function(condition):
            raise gdb.error(program_calls.CANNOT)
        native.condition = condition
        native.condition = None
    except gdb.error as error:
        native.delete()
        raise UserError("The condition '%s' cannot be used here: %s" % (condition, error)) from None


def _reason(path, text):
    """Why a breakpoint is pending, from what GDB said when it was made."""
    if re.search(r"\bNo line \d", text):
        return "The file has no code at this line or after it."
    if "No compiled code for line" in text:  # GDB 16 does not move on into the next function
        return "The file has no code at this line."
    return "No loaded program or library has code for this line of %s yet." % path


def resolved_line(native):
    """The line of the breakpoint's first location, or None while it has none."""
    if native.pending:
        return None
    if hasattr(native, "locations"):  # GDB 13
        return next((each.source[1] for each in native.locations if each.source), None)
    return listed_line(native)


def listed_line(native):
    """The same from "info breakpoints"."""
    listed = said("info breakpoints %d" % native.number)
    found = re.search(r" at \S.*:(\d+)$", listed, re.MULTILINE)
    return int(found.group(1)) if found else None


@operation("breakpoint")
def current(number):
    """Where breakpoint ``number`` (a string) is now: for a ``=breakpoint-modified`` of GDB."""
    found = next((each for each in gdb.breakpoints() if str(each.number) == number), None)
    if found is None:
        raise UserError("There is no breakpoint %s any more." % number)
    line = resolved_line(found)
    return {"number": number, "verified": line is not None, "line": line}
