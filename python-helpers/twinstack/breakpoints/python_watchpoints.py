"""How GDB watches where Python keeps a value (value_places).

It watches two words as one expression: the one that has the value, and the one that changes where that moves. Their addresses are convenience
variables, which stop() sets: before the program runs on GDB looks at the expression anew, and watches what it reads then (10 to 18; in
breakpoint.c, update_watchpoint()). Each takes a debug register. A hit costs 0.2 to 1 ms, also one that turns out to be none.
"""

import itertools

import gdb

from .. import selection, session
from ..errors import CorruptMemory, NoPython, UserError
from ..mi import unasked
from ..objects import paths, reckoning
from ..objects.evaluate import Evaluator
from ..quiet import quietly
from ..stack import merge
from . import hardware, value_places
from .data_breakpoints import Watched, Watchpoint, placing
from .decisions import Decision

MARK = "python"  # in a dataId: the sort of a place
WRITES = "A variable of Python can be watched for being written alone."
DELETED = "it has been deleted"

_numbers = itertools.count(1)


@placing(MARK)
def placed(identity, request):
    """The Watched of a dataId that python_data gave, as a dict."""
    if request.get("accessType") not in (None, "write"):
        raise UserError(WRITES)
    place = value_places.SORTS[identity.pop(MARK)](**identity)
    if place.process != gdb.selected_inferior().pid:
        raise UserError("'%s' was of a process that has ended; set it anew." % place.name)
    try:
        with selection.thread_and_frame_kept():
            return PythonWatched(_watchpoint(place, session.python()))
    except (value_places.Gone, CorruptMemory, NoPython) as error:
        raise UserError("'%s' cannot be watched: %s." % (place.name, error)) from None


def _watchpoint(place, python):
    found = place.find(python)
    registers = 2 if found.owner else 1
    hardware.require(registers)
    words = Words(next(_numbers), found)
    expression = words.expression(place.TYPE)
    native, _ = quietly(lambda: PythonWatchpoint(expression, type=gdb.BP_WATCHPOINT, wp_class=gdb.WP_WRITE))
    if native.type == gdb.BP_WATCHPOINT:
        native.delete()
        raise UserError("The processor cannot watch '%s'." % place.name)
    native.data, native.words, native.registers = place, words, registers
    native.value, native.text = place.value(python, found.word)
    return native


class Words:
    """The convenience variables of one watchpoint's expression: the watched word, and the one that changes when it moves."""

    def __init__(self, number, found):
        self.names = ["twinstack_%s_%d" % (each, number) for each in ("word", "owner") if getattr(found, each)]
        self.found = None
        self.move(found)

    def move(self, found):
        if found != self.found:
            self.found = found
            for name, address in zip(self.names, found):
                gdb.set_convenience_variable(name, address)

    def expression(self, kind):
        return " ^ ".join("*(%s *) $%s" % (kind, name) for name in self.names)


class PythonWatchpoint(Watchpoint):
    """``value`` and ``text``: what was there last."""

    words = value = text = None
    is_over = False

    def stop(self):
        if self.is_over:
            return False
        try:
            change = self._change(session.at_breakpoint().runtime)
        except (CorruptMemory, NoPython) as error:
            self._end("it cannot be read any more (%s)" % error)
            return False
        if change is None or not super().stop():
            return False
        unasked.event("data-changed", number=str(self.number), text=change)
        return True

    def _change(self, python):
        """What has happened to the value, or None: the place has moved, or nothing has."""
        before = self.text
        try:
            self.words.move(self.data.find(python))
        except value_places.Gone as gone:
            self._end(str(gone))
            return self.data.described(before, None) if gone.is_change else None
        value, text = self.data.value(python, self.words.found.word)
        if value == self.value or not value and self.words.found.is_new:
            return None
        self.value, self.text = value, text
        if self.data.is_end(value):
            self._end(DELETED)
        return self.data.described(before, text)

    def _end(self, why):
        """It is watched no longer; within stop() it cannot be deleted."""
        self.is_over = True
        gdb.post_event(lambda: self.finish(why))


class PythonDecision(Decision):
    """Its condition is an expression of Python, read in the newest Python frame of the thread that has changed the value."""

    def _holds(self):
        if not self.condition:
            return True
        runtime = session.at_breakpoint().runtime
        newest = next((each.frame for each in runtime.stacks.of(gdb.selected_thread()) if isinstance(each, merge.Placed)), None)
        if newest is None:
            raise gdb.error("no Python code runs in the thread")
        evaluator = Evaluator(runtime.readers, runtime.scopes, newest)
        try:
            return reckoning.Reckoner(evaluator, runtime.readers, self.condition).is_true()
        except UserError as error:
            raise gdb.error(str(error))


class PythonWatched(Watched):
    def decide(self, decision):
        if decision.condition:
            paths.tree(decision.condition)  # UserError where it is no expression
        own = PythonDecision(decision.condition)
        own.is_hit, own.hits = decision.is_hit, decision.hits
        self.decision = self.native.decision = own
