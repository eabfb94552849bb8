"""The client's breakpoints for which GDB has several, or none as yet; new object files may bring more."""

import itertools

import gdb

from ..errors import UserError
from ..gdb_features import TELLS_UNLOADED
from ..mi import unasked
from ..quiet import wordless
from . import places
from .decisions import check

FIRST_NUMBER = 1000001  # no breakpoint of GDB's has so high a one

_numbers = itertools.count(FIRST_NUMBER)
_all = []
_is_due = False


class PendingBreakpoint:
    """Stands where breakpoint_sets.GdbBreakpoint does; ``natives``: GDB's own at its locations so far.
    ``missing`` and ``found``: what is said while there is none, and of how many there are."""

    missing = found = None

    def __init__(self):
        self.number = str(next(_numbers))
        self.natives = []
        self.place = self.decided = self.decision = self.told = self._state = None
        self.gone = False

    @classmethod
    def made(cls, *arguments):
        """One that is resolved as far as it can be, and again as object files come. What it refuses
        leaves nothing."""
        made = cls(*arguments)
        try:
            made.resolve()
        except Exception:
            made.delete()
            raise
        _all.append(made)
        return made

    def resolve(self):
        """Make the breakpoints that can be made now: those of them that are new."""
        raise NotImplementedError

    def concerns(self, objfile):
        """Whether this new object file may bring some."""
        return True

    def is_outdated(self):
        """Whether it has places in what is not loaded any more."""
        return False

    def ended(self):
        """The process has ended, which changes nothing: it stays pending for the next one."""

    def add(self, native):
        native.owner, native.decision = self, self.decision
        self.natives.append(native)

    def is_valid(self):
        return not self.gone

    def decide(self, decision):
        valid = self.valid()
        placed = next((each for each in valid if not each.pending), None)
        if decision.condition and placed:
            check(placed, decision.condition)
        self.decision = decision
        for native in valid:
            native.decision = decision

    def delete(self):
        self.gone = True
        if self in _all:
            _all.remove(self)
        self.clear()

    def clear(self):
        """Delete all that was made of GDB's."""
        made, self.natives = self.valid(), []
        for native in made:
            native.delete()

    def reply(self):
        """As GdbBreakpoint.reply, with "natives": the numbers of GDB's breakpoints."""
        self.told, self._state = self._reply(), self.state()
        return self.told

    def state(self):
        """What is told when GDB has changed it: whether it stops, and where its code is by now."""
        place = next(filter(None, map(places.of, self.valid())), None)
        return self.switches(), place

    def switches(self):
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
        if self.told is not None and not self.is_outdated() and self.state() != self._state:
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


def _new_file(event):
    concerned = [each for each in _all if each.concerns(event.new_objfile)]
    if concerned:
        wordless(lambda: [resolve(each) for each in concerned])


def resolve(breakpoint):
    """What is loaded has changed: resolve it again, and tell what has become of it."""
    before = breakpoint.natives[:], breakpoint.missing
    try:
        breakpoint.resolve()
    except (UserError, gdb.error) as error:
        breakpoint.missing = str(error)
    if (breakpoint.natives, breakpoint.missing) != before:
        breakpoint.tell()


def resolve_outdated():
    """An object file is gone, or about to. Not now: GDB may be going through its breakpoints."""
    global _is_due
    if not _is_due:
        _is_due = True
        gdb.post_event(_resolve_outdated)


def _resolve_outdated():
    global _is_due
    _is_due = False
    for each in [every for every in _all if every.is_outdated()]:
        resolve(each)


def _ended(event):
    for each in _all[:]:
        each.ended()
        if each.is_outdated():
            resolve(each)
        else:
            each.tell()


def _owner(native):
    owner = getattr(native, "owner", None)
    return owner if owner is not None and native in owner.natives else None


def _modified(native):
    owner = _owner(native)
    if owner is not None:
        owner.modified()


def _deleted(native):
    owner = _owner(native)
    if owner is not None:
        owner.deleted(native)


gdb.events.new_objfile.connect(_new_file)
if TELLS_UNLOADED:  # others notice at the next library, or when the program ends
    gdb.events.free_objfile.connect(lambda event: resolve_outdated())
gdb.events.exited.connect(_ended)
gdb.events.breakpoint_modified.connect(_modified)
gdb.events.breakpoint_deleted.connect(_deleted)
