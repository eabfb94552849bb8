"""The client's breakpoints for which GDB has several, or none as yet; new object files may bring more."""

import itertools

import gdb

from . import places, unasked
from .decisions import check
from .errors import UserError

FIRST_NUMBER = 1000001  # no breakpoint of GDB's has so high a one

_numbers = itertools.count(FIRST_NUMBER)
_waiting = []


class Gathered:
    """Stands where breakpoint_sets.Placed does. ``missing`` and ``found``: what is said while there
    is none, and of how many there are."""

    missing = found = None

    def __init__(self):
        self.number = str(next(_numbers))
        self.natives = []
        self.place = self.decided = self.decision = None
        self.gone = False
        _waiting.append(self)

    def look(self):
        """Make the breakpoints that can be made now: those of them that are new."""
        raise NotImplementedError

    def add(self, native):
        native.decision = self.decision
        self.natives.append(native)

    def is_valid(self):
        return not self.gone

    def decide(self, decision):
        valid = self._valid()
        if decision.condition and valid:
            check(valid[0], decision.condition)
        self.decision = decision
        for native in valid:
            native.decision = decision

    def delete(self):
        self.gone = True
        _waiting.remove(self)
        for native in self._valid():
            native.delete()

    def reply(self):
        """As Placed.reply, with "natives": the numbers of GDB's breakpoints."""
        valid = self._valid()
        row = {"number": self.number, "natives": [str(each.number) for each in valid]}
        row["enabled"] = not valid or any(each.enabled for each in valid)
        if not valid:
            return dict(row, verified=False, line=(self.place or {}).get("line"), message=self.missing)
        message = self.found and self.found % len(valid)
        return dict(row, verified=True, message=message, **places.of(valid[0])._asdict())

    def _valid(self):
        return [each for each in self.natives if each.is_valid()]


def _new_files(event):
    for each in _waiting:
        before = each.reply()
        try:
            each.look()
        except (UserError, gdb.error) as error:
            each.missing = str(error)
        if each.reply() != before:
            unasked.event("breakpoint", **each.reply())


gdb.events.new_objfile.connect(_new_files)
