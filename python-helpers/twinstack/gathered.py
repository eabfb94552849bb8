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
        self.place = self.decided = self.decision = self.told = self._state = None
        self.gone = False

    @classmethod
    def made(cls, *arguments):
        """One that has looked, and does so again at every new object file. What it refuses leaves
        nothing."""
        made = cls(*arguments)
        try:
            made.look()
        except Exception:
            made.delete()
            raise
        _waiting.append(made)
        return made

    def look(self):
        """Make the breakpoints that can be made now: those of them that are new."""
        raise NotImplementedError

    def ended(self):
        """The process has ended."""

    def add(self, native):
        native.decision = self.decision
        self.natives.append(native)

    def is_valid(self):
        return not self.gone

    def decide(self, decision):
        valid = self.valid()
        if decision.condition and valid:
            check(valid[0], decision.condition)
        self.decision = decision
        for native in valid:
            native.decision = decision

    def delete(self):
        self.gone = True
        if self in _waiting:
            _waiting.remove(self)
        self.clear()

    def clear(self):
        """Delete all that was made of GDB's."""
        made, self.natives = self.valid(), []
        for native in made:
            native.delete()

    def reply(self):
        """As Placed.reply, with "natives": the numbers of GDB's breakpoints."""
        self.told, self._state = self._reply(), self._now()
        return self.told

    def _now(self):
        return [(each.enabled, each.pending) for each in self.valid()]

    def _reply(self):
        valid = self.valid()
        row = {"number": self.number, "natives": [str(each.number) for each in valid]}
        row["enabled"] = not valid or any(each.enabled for each in valid)
        place = next(filter(None, map(places.of, valid)), None)
        if place is None:
            return dict(row, verified=False, line=(self.place or {}).get("line"), message=self.missing)
        message = self.found and self.found % len(valid)
        return dict(row, verified=True, message=message, **place._asdict())

    def tell(self):
        """Tell what has changed since the last reply."""
        before = self.told
        if self.reply() != before:
            unasked.event("breakpoint", **self.told)

    def modified(self):
        """GDB has changed one of its breakpoints, which it also does at each hit."""
        if self.told is not None and self._now() != self._state:
            self.tell()

    def deleted(self, native):
        """The user has deleted one of GDB's in the debug console."""
        self.natives.remove(native)
        if self.natives:
            self.tell()
        else:
            self.delete()
            unasked.event("breakpoint-deleted", number=self.number)

    def valid(self):
        return [each for each in self.natives if each.is_valid()]


def _new_files(event):
    for each in _waiting:
        try:
            each.look()
        except (UserError, gdb.error) as error:
            each.missing = str(error)
        each.tell()


def _ended(event):
    for each in _waiting:
        each.ended()
        each.tell()


def _owner(native):
    return next((each for each in _waiting if native in each.natives), None)


def _modified(native):
    owner = _owner(native)
    if owner is not None:
        owner.modified()


def _deleted(native):
    owner = _owner(native)
    if owner is not None:
        owner.deleted(native)


gdb.events.new_objfile.connect(_new_files)
gdb.events.exited.connect(_ended)
gdb.events.breakpoint_modified.connect(_modified)
gdb.events.breakpoint_deleted.connect(_deleted)
