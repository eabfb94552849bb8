"""The client's breakpoints in sets: DAP replaces all of a file, or all of a kind, at once.

What GDB/MI says about them (13.1, mi3, mi-async on):

* ``=breakpoint-created,bkpt={number="3",…}`` when one is made, before the operation's reply; with
  ``addr="<PENDING>",pending="…"`` while nothing that is loaded has such a place.
* ``=breakpoint-modified`` after ``=library-loaded`` and before ``*stopped`` when the library comes:
  no "pending" any more, "line" where it really is; ``addr="<MULTIPLE>"`` and
  ``locations=[{number="3.1",…,line=…},…]`` for several locations. Also at the program's start,
  when a PIE is relocated, and for each hit that stops ("times" grows); a hit that stop() refuses
  makes no record. "pending" is back after ``=library-unloaded``. A condition makes two of these
  records when it is checked; a refused one ends in ``=breakpoint-deleted``.
* ``=breakpoint-deleted,id="3"``; ``*stopped,reason="breakpoint-hit",bkptno="3"``.

All of it works while the program runs, without pausing it, from GDB 11 on.
"""

import itertools

import gdb

from .. import gdb_features
from ..errors import UserError
from ..quiet import wordless
from . import places
from .decisions import Decision, check

DECIDED = ("condition", "hitCondition", "logMessage")

_sets = {}  # key of a set -> [GdbBreakpoint]


class GdbBreakpoint:
    """A request and GDB's breakpoint for it; ``missing``: why that has no place yet."""

    def __init__(self, native, missing=None):
        self.native = native
        self.number = str(native.number)
        self.missing = missing
        self.place = self.decided = self.decision = None

    def is_valid(self):
        return self.native.is_valid()

    def decide(self, decision):
        if decision.condition and not self.native.pending:
            check(self.native, decision.condition)
        self.decision = self.native.decision = decision

    def delete(self):
        if self.native.is_valid():
            self.native.delete()

    def reply(self):
        """{"number": GDB's, "verified", "enabled", "path", "line", "address", "message"}."""
        row = {"number": self.number, "enabled": self.native.enabled}
        found = places.of(self.native)
        if found is None:
            return dict(row, verified=False, line=self.place.get("line"), message=self.missing)
        return dict(row, verified=True, **found._asdict())


def replace(key, requests, placed, kept=()):
    """Replace the set ``key`` by what is requested, and by those of it that are ``kept`` (their numbers), with
    which nothing is done; {"breakpoints"} in the order of the requests, "kept": how many of those there are}.

    ``placed(request)`` makes a GdbBreakpoint. One that was there with the same place stays, with its
    number, and with its hits where nothing is decided anew.
    """
    refuse_while_running()
    before, after = [], []
    for each in _sets.pop(key, []):
        (after if each.number in kept and each.is_valid() else before).append(each)
    count = len(after)
    _delete_unwanted(before, requests)  # first, as the processor's debug registers are few
    try:
        rows = wordless(lambda: [_reply(each, before, after, placed) for each in requests])
        return {"breakpoints": rows, "kept": count}
    finally:  # what a bug has left is known still, and is replaced by the next
        for unwanted in before:
            unwanted.delete()
        _sets[key] = after


def requested(key, numbers):
    """The places that were requested for those of a set that have these numbers."""
    return [each.place for each in _sets.get(key, ()) if each.number in numbers]


def others_than(key):
    """How many breakpoints the client has in other sets."""
    return sum(len(made) for other, made in _sets.items() if other != key)


def count_anew(event):
    """The program has ended: the hits of its next run are counted from 1 on."""
    for placed in itertools.chain.from_iterable(_sets.values()):
        if placed.decision is not None:
            placed.decision.hits = 0


gdb.events.exited.connect(count_anew)


def refuse_while_running():
    threads = gdb.selected_inferior().threads()
    if not gdb_features.WRITES_WHILE_RUNNING and any(thread.is_running() for thread in threads):
        raise UserError(
            "GDB %s cannot change breakpoints while the program runs: pause it first, or use GDB 11 or newer."
            % gdb.VERSION
        )


def _delete_unwanted(before, requests):
    """Delete the breakpoints of a set whose place no request has."""
    wanted = {frozenset(_place(request).items()) for request in requests}
    for old in [each for each in before if frozenset(each.place.items()) not in wanted]:
        old.delete()
        before.remove(old)


def _place(request):
    return {name: value for name, value in request.items() if name not in DECIDED}


def _reply(request, before, after, placed):
    """One request's reply; its GdbBreakpoint moves from ``before`` to ``after`` or is made."""
    decided = {name: (request.get(name) or "").strip() or None for name in DECIDED}
    place = _place(request)
    found = next((old for old in before if old.place == place and old.is_valid()), None)
    try:
        decision = None if found and found.decided == decided else Decision(*decided.values())
        if found is None:
            found = placed(request)
            before.append(found)  # which is deleted when it is refused now
        if decision is not None:
            found.decide(decision)
    except (UserError, gdb.error) as error:
        return {"number": None, "verified": False, "line": place.get("line"), "message": str(error)}
    found.place, found.decided = place, decided
    before.remove(found)
    after.append(found)
    return found.reply()
