"""What is decided at a breakpoint inside GDB: whether the program stops there, and what is logged.

MI is told of none of it: a hit that does not stop the program makes no record.
"""

import gdb

from .. import session
from ..cython.expressions import in_c, of_python
from ..cython.names import is_source
from ..errors import CorruptMemory, NoPython, UserError
from ..inferior import inferior_calls, program_calls
from ..mi import unasked
from ..objects.paths import NoPath
from . import hit_conditions, places
from .log_messages import LogMessage


class Decision:
    """A condition, a condition on the number of hits, and the message that is logged instead of a
    stop; any of them may be None. A hit is a time that the condition held."""

    def __init__(self, condition=None, hits=None, message=None):
        self.condition = condition
        self.may_call = True  # the guard against it costs MI four records
        self.is_hit = hit_conditions.parsed(hits) if hits else None
        self.message = LogMessage(message) if message else None
        self.hits = 0

    def stops(self, number):
        """Whether the program stops at its breakpoint ``number``, which it has just reached."""
        try:
            if not self._holds():
                return False
        except (gdb.error, UserError) as error:
            unasked.sentence(
                "Breakpoint %d stopped here because its condition '%s' could not be evaluated: %s"
                % (number, self.condition, error)
            )
            return True
        self.hits += 1
        if self.is_hit is not None and not self.is_hit(self.hits):
            return False
        if self.message is not None:
            unasked.event("log", number=str(number), text=self.message.text())
        return self.message is None

    def _holds(self):
        if not self.condition:
            return True
        python = of_python(self.condition, session.at_breakpoint)
        try:
            if python is not None:
                return python.is_true(self.condition)
        except NoPath:
            pass  # it is one of C, in which objects are pointers
        condition = in_c(self.condition)
        if not self.may_call:
            return bool(gdb.parse_and_eval(condition))
        with program_calls.only_where_possible():
            holds = bool(gdb.parse_and_eval(condition))
        self.may_call = "(" in self.condition  # an operator of C++ would have been refused now
        return holds


class DecidedBreakpoint(gdb.Breakpoint):
    """A breakpoint of the client. Costs 0.26 ms for each time that it does not stop, as GDB's own
    conditions do; GDB's would be tested after stop(), too late to count hits."""

    decision = None

    def is_loaded(self):
        """Whether what it was placed in is loaded still."""
        return True

    def stop(self):
        if inferior_calls.is_own() or inferior_calls.has_returned_here() or is_met_by_the_agent():  # nothing of the program's has come here
            return False
        stops = self.decision is None or self.decision.stops(self.number)
        if stops:
            tell_together(self.number)
        return stops


def is_met_by_the_agent():
    """Whether it is a function of CPython's that the agent has called."""
    debuggee = session.at_breakpoint()
    if debuggee.hidden_file is None:
        return False
    try:
        python = debuggee.runtime
        is_in_cpython = debuggee.images.path(gdb.newest_frame().pc()) == python.image
        return is_in_cpython and python.stacks.is_hidden(gdb.selected_thread())
    except (CorruptMemory, NoPython):
        return False


_together = (None, [])  # where a thread has come to, and the numbers of those that stop it there


def tell_together(number):
    """A breakpoint stops the selected thread where it is; GDB/MI names one of several."""
    global _together
    here = session.generation(), gdb.selected_thread().global_num
    numbers = _together[1] if _together[0] == here else []
    _together = here, numbers + [str(number)] * (str(number) not in numbers)
    if len(_together[1]) > 1:
        unasked.event("hit-together", numbers=_together[1])


def check(native, condition):
    """Let GDB parse the condition where the breakpoint is. Raises UserError with its reason. In a source of Cython's
    the names are those of C only where it is met."""
    place = places.of(native)
    if place is not None and is_source(place.path or ""):
        return
    try:
        if not program_calls.POSSIBLE and program_calls.calls_a_function(condition):
            raise gdb.error(program_calls.CANNOT)
        native.condition = condition
        native.condition = None
    except gdb.error as error:
        raise UserError("The condition '%s' cannot be used here: %s" % (condition, error)) from None
