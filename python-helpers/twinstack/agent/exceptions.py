"""Exceptions of Python as filters of DAP's setExceptionBreakpoints, which the agent decides where they are raised."""

import re

from ..commands import operation
from ..errors import UserError
from . import delivery, injection, process

TITLES = {  # by DAP's ExceptionBreakMode
    "always": "Python exception raised",
    "unhandled": "Python exception that nothing handles",
    "userUnhandled": "Python exception that no code of the user's handles",
}
NAME = re.compile(r"[^\W\d]\w*(\.[^\W\d]\w*)*")
NOT_A_NAME = "'%s' is no name of a type; name types of Python, separated by commas: ValueError, app.errors.Failure."
FAILED = "Python exceptions cannot be stopped at: %s."

_wanted = {}  # filter -> names of types
_refused = []  # why the agent cannot stop at any


@operation("set-python-exceptions")
def set_python_exceptions(filters, runs=False):
    """Replace the filters: {"filter": "raised", "uncaught" or "userUnhandled", "condition": names of types, or null for all} each.
    ``runs``: as of ``set-python-breakpoints``.

    An errand's answer (errands): {"breakpoints": {"verified", "message"} each, in their order, "waits" and "interrupt" as of
    ``set-python-breakpoints``}.
    """
    _wanted.clear()
    rows = [_set(each["filter"], (each.get("condition") or "").strip()) for each in filters]
    if _wanted:
        injection.await_start()

    def told(waits, interrupt):
        refusal = _refused[0] if _refused and _wanted else None
        found = [{"verified": False, "message": refusal} if refusal and row["verified"] else row for row in rows]
        return {"breakpoints": found, "waits": waits, "interrupt": interrupt}

    return delivery.asked(_ask, told, runs)


def _set(name, condition):
    try:
        names = names_of_types(condition)
    except UserError as error:
        return {"verified": False, "message": str(error)}
    _wanted[name] = [] if name in _wanted and not (names and _wanted[name]) else _wanted.get(name, []) + names
    return {"verified": True, "message": None}


def names_of_types(condition):
    """What the condition of a filter names, none where it is empty. Raises UserError."""
    names = [each.strip() for each in condition.split(",")] if condition else []
    for each in names:
        if not NAME.fullmatch(each):
            raise UserError(NOT_A_NAME % each)
    return names


def _ask(agent):
    agent.ask("exceptions", dict(_wanted), done=_done)


def _done(value, error):
    _refused[:] = [FAILED % error] if error else []


def _ask_new(agent):
    if _wanted:
        _ask(agent)


process.on_installed(_ask_new)


def there_are():
    return bool(_wanted)


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
    if agent is None or not agent.stop or agent.stop["thread"] != thread:
        return None
    return agent.exception
