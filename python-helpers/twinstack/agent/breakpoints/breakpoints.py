"""Breakpoints in Python sources: DAP's setBreakpoints for ``.py``, and setFunctionBreakpoints for functions of Python.

The agent decides them in the program. They have numbers of their own, above those of GDB's and of pending ones, which an
event "log" and a stop name, too.
"""

import itertools
import os

import gdb

from ...breakpoints.hit_conditions import parts as hit_condition
from ...breakpoints.log_messages import pieces
from ...commands import operation
from ...errors import UserError
from ...mi import unasked
from ...objects import paths
from ..arrival import delivery, injection, old_versions
from ..talk import process

FIRST = 2000001
NOT_IMPORTED = "The program has not imported this file yet."
NOT_THERE = "The program has not imported this file yet, and GDB's machine has no file '%s'; for a file that has another path in the program, give both by 'sourceMap'."
NO_FUNCTION = "No module that the program has imported has a function '%s' yet."
NO_NAME = "'%s' is no name of a function of Python; write it as in load, Reader.load or package.reader.Reader.load."
FUNCTIONS = "<functions>"  # what stands for the path of those on functions
DECIDED = ("condition", "hitCondition", "logMessage")

_numbers = itertools.count(FIRST)
_sources = {}  # path -> [PythonBreakpoint]; FUNCTIONS -> [PythonFunction]


class PythonBreakpoint:
    """One on a line: ``requested``, what is ``decided`` there (DECIDED, texts or None), and the ``line`` where the agent has found code, or the
    ``message`` why it has not. ``words``: what the agent is told."""

    missing = NOT_IMPORTED

    def __init__(self, path, line, number, decided):
        self.path, self.requested, self.number, self.decided = path, line, number, decided
        if path is not None and not is_there(path):
            self.missing = NOT_THERE % path
        self.line, self.message = None, self.missing
        condition, hits, log = decided
        self.words = number, line, condition, hits and hit_condition(hits), log and pieces(log)

    def row(self):
        """The row of the answer to who has set it, with the members of breakpoint_sets.Placed.reply."""
        line = self.line or self.requested
        row = {"number": str(self.number), "enabled": True, "verified": bool(self.line), "path": self.path, "line": line}
        return row if self.line else dict(row, message=self.message)

    def found(self, line, error, path=None):
        """Take the line that the agent has found, or why there is none. Returns whether that is new."""
        before = self.line, self.message
        self.line, self.message = line, error or self.missing
        return before != (self.line, self.message)


def is_there(path):
    """Whether it is a file, or leads into one: an archive."""
    while path and not os.path.lexists(path):
        path = path.rpartition("/")[0]
    return os.path.isfile(path)


class PythonFunction(PythonBreakpoint):
    """On a function by its name; the path is known when the line is."""

    def __init__(self, path, name, number, decided):
        if not all(paths.is_name(part) for part in name.split(".")):
            raise UserError(NO_NAME % name)
        super().__init__(None, name, number, decided)
        self.message = self.missing = NO_FUNCTION % name
        self.words = self.words[:-1]  # without a message to log

    def row(self):
        return dict(super().row(), line=self.line)

    def found(self, line, error, path=None):
        is_elsewhere, self.path = path != self.path, path
        return super().found(line, error) or is_elsewhere


class Refused:
    """A breakpoint that is not set, because its request cannot be understood: it is answered, and no more."""

    number = None

    def __init__(self, line, error):
        self._row = {"number": None, "verified": False, "line": line, "message": str(error)}

    def row(self):
        return self._row


@operation("set-python-breakpoints")
def set_python_breakpoints(path, breakpoints, runs=False):
    """Replace all breakpoints of a Python file: {"line", "condition", "hitCondition", "logMessage"} each. ``runs``: the program
    is to be interrupted, even if GDB has a stop of which was not told yet.

    An errand's answer (errands): {"breakpoints": rows in their order, as of ``set-breakpoints``, "waits": why they are not set
    yet, or null, "interrupt": whether the program runs, and has to be interrupted to come to a safe point}.
    """
    return _asked(path, breakpoints, runs, PythonBreakpoint)


@operation("set-python-functions")
def set_python_functions(breakpoints, runs=False):
    """Replace all on functions of Python: {"name", "condition", "hitCondition"} each; as ``set-python-breakpoints``.

    The name is the end of ``module.__qualname__``, without ``<locals>``: ``load``, ``Reader.load``, ``package.reader.Reader.load``.
    """
    return _asked(FUNCTIONS, breakpoints, runs, PythonFunction)


def _asked(path, breakpoints, runs, kind):
    rows = _replaced(path, breakpoints, kind)
    if breakpoints:
        injection.await_start()

    def told(waits, interrupt):
        return {"breakpoints": [each.row() for each in rows], "waits": waits, "interrupt": interrupt}

    return delivery.asked(lambda agent: _ask(agent, path), told, runs)


def _replaced(path, requests, kind):
    """The breakpoints of a file from now on, in the order of the requests; those that stay have their number."""
    before, rows = _sources.pop(path, []), []
    for request in requests:
        decided = tuple((request.get(name) or "").strip() or None for name in DECIDED)
        requested = request["name"] if kind is PythonFunction else request["line"]
        same = (each for each in before if (each.requested, each.decided) == (requested, decided))
        found = next(same, None)
        if found is not None:
            before.remove(found)
        try:
            rows.append(found or kind(path, requested, next(_numbers), decided))
        except UserError as error:
            rows.append(Refused(request.get("line"), error))
    kept = [each for each in rows if each.number]
    if kept:
        _sources[path] = kept
    return rows


def _ask(agent, path):
    words = [each.words for each in _sources.get(path, ())]
    command = ("function_breakpoints",) if path == FUNCTIONS else ("breakpoints", path)
    agent.commands.ask(*command, words, done=lambda value, error: _done(path, value, error))


def _done(path, found, error):
    """The agent's reply: it tells of each, or cannot set any."""
    if error is not None:
        found = [(each.number, None, "Python breakpoints cannot be set: %s." % error) for each in _sources.get(path, ())]
    tell_found(found)


def tell_found(found):
    """Where breakpoints are: (number, line or None, error or None, and the path where that is not known) each. An event ``python-breakpoint`` for each that has
    changed: its row."""
    known = {each.number: each for each in itertools.chain.from_iterable(_sources.values())}
    for number, line, error, *path in found:
        breakpoint = known.get(number)
        if breakpoint is not None and breakpoint.found(line, error, *path):
            unasked.event("python-breakpoint", **breakpoint.row())


def there_are():
    return any(_sources.values())


def tell_lost(why):
    """Tell of every breakpoint that it stops the program no more, and why."""
    tell_found([(each.number, None, why) for each in itertools.chain.from_iterable(_sources.values())])


def ask_again(agent):
    agent.tell_bound = tell_found
    for path in _sources:
        _ask(agent, path)


def _tell_pending():
    tell_found([(each.number, None, None) for each in itertools.chain.from_iterable(_sources.values())])


def _forget_lines(event):
    """The program has ended: nothing is imported in the next."""
    for each in itertools.chain.from_iterable(_sources.values()):
        each.found(None, None)


process.on_installed(ask_again)
process.on_replaced(_tell_pending)
old_versions.on_met(tell_lost)
gdb.events.exited.connect(_forget_lines)
