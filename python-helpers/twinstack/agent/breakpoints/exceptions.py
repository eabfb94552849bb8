"""Exceptions of Python as filters of DAP's setExceptionBreakpoints, which the agent decides where they are raised."""

import itertools

import gdb

from ...breakpoints.type_names import names_of_types
from ...commands import operation
from ...errors import UserError
from ...inferior import targets
from ...mi import unasked
from ..arrival import delivery, injection, old_versions
from ..talk import process

TITLES = {  # by DAP's ExceptionBreakMode; an editor has room for some 30 characters
    "always": "Python exception raised",
    "unhandled": "Uncaught Python exception",
    "userUnhandled": "Uncaught in your Python code",
}
FAILED = "Python exceptions cannot be stopped at: %s."
NOT_STARTED = "No Python has started in the program yet."
AWAY = "The target runs, and is not interrupted for a filter of Python's exceptions: that holds from its next stop on; pause it."
FIRST = 3000001

_numbers = itertools.count(FIRST)
_wanted = {}  # filter -> names of types
_rows = []  # the numbers of what was asked for, None where it was refused
_obstacle = NOT_STARTED  # why the agent stops at none; None: it does


@operation("set-python-exceptions")
def set_python_exceptions(filters, runs=False):
    """Replace the filters: {"filter": "raised", "uncaught" or "userUnhandled", "condition": names of types, or null for all} each.
    ``runs``: as of ``set-python-breakpoints``.

    An errand's answer (errands): {"breakpoints": rows in their order, as of ``set-breakpoints`` without a place, "waits" and "interrupt" as
    of ``set-python-breakpoints``}. An event ``python-breakpoint`` for each row that changes.
    """
    _wanted.clear()
    refused = [_set(each["filter"], (each.get("condition") or "").strip()) for each in filters]
    _rows[:] = [None if sentence else next(_numbers) for sentence in refused]
    if _wanted:
        injection.await_start()

    def told(waits, interrupt):
        global _obstacle
        _obstacle = waits or (AWAY if interrupt and not targets.is_native() else _obstacle)
        found = [_row(number, sentence or _obstacle) for number, sentence in zip(_rows, refused)]
        return {"breakpoints": found, "waits": waits, "interrupt": interrupt}

    return delivery.asked(_ask, told, runs)


def _row(number, obstacle):
    return {"number": number and str(number), "enabled": True, "verified": not obstacle, "message": obstacle}


def _set(name, condition):
    """Add a filter, for the types that its condition names or for all. Returns why it is refused, or None."""
    try:
        names = names_of_types(condition)
    except UserError as error:
        return str(error)
    _wanted[name] = [] if name in _wanted and not (names and _wanted[name]) else _wanted.get(name, []) + names
    return None


def _ask(agent):
    agent.commands.ask("exceptions", dict(_wanted), done=_done)


def _done(value, error):
    tell(FAILED % error if error else None)


def tell(obstacle):
    """Why the program stops at none from here on; None: it does."""
    global _obstacle
    before, _obstacle = _obstacle, obstacle
    for number in filter(None, _rows if before != obstacle else ()):
        unasked.event("python-breakpoint", **_row(number, obstacle))


def ask_again(agent):
    if _wanted:
        _ask(agent)


def there_are():
    return bool(_wanted)


def _exited(event):
    """Nothing has started in the next process."""
    global _obstacle
    _obstacle = NOT_STARTED


process.on_installed(ask_again)
process.on_replaced(lambda: tell(NOT_STARTED))
old_versions.on_met(tell)
gdb.events.exited.connect(_exited)


def caught(thread):
    """The exception at which a thread of that global number stands, as of ``exception-info``; None where it is none of these."""
    found = _of(thread)
    if found is None:
        return None
    name, text = found["fullTypeName"], found["message"]
    return {
        "title": TITLES[found["mode"]],
        "id": name,
        "description": "%s: %s" % (name, text) if text else name,
        "typeName": found["typeName"],
        "fullTypeName": name,
        "message": text,
        "breakMode": found["mode"],
    }


def details(thread):
    """{"stackTrace", "inner"} of the same: Python's traceback, and what it was raised from or in the handling of, which
    has "typeName", "fullTypeName", "message" and these two, too; or null."""
    found = _of(thread)
    if found is None:
        return None
    inner = None
    for each in reversed(found["inner"]):
        inner = dict(each, inner=inner)
    return {"stackTrace": found["stackTrace"], "inner": inner}


def _of(thread):
    agent = process.current()
    if agent is None or not agent.stand.stop or agent.stand.stop["thread"] != thread:
        return None
    return agent.stand.exception
