"""DAP's exceptionInfo: why a thread has stopped, and what it was doing."""

from .. import operations, selection, session
from ..agent.breakpoints import exceptions as python_exceptions
from ..breakpoints import exception_breakpoints, signal_conditions
from ..commands import operation
from ..crash import siginfo
from ..errors import CorruptMemory, NoPython
from ..native import uncaught

FRAMES = 50


@operation("exception-info")
def exception_info(thread, signal=None, meaning=""):
    """What a stopped ``thread`` has caught: {"title", "id", "description", "typeName", "fullTypeName", "message", "breakMode":
    DAP's ExceptionBreakMode, null for "always"}, all null where it is neither an exception nor a signal. ``signal``: the name of the one with which GDB
    says that it has stopped, and what that means."""
    selection.thread(thread)
    caught = exception_breakpoints.caught(thread) or python_exceptions.caught(thread)
    if caught is not None:
        return caught
    if signal is None:
        signal = signal_conditions.caught(thread)
        meaning = signal and siginfo.meaning(signal)
    return _signal(signal, meaning) if signal else {"title": None}


def _signal(name, meaning):
    told = {"title": "Signal " + name, "id": name, "description": siginfo.explained(name, meaning)}
    return dict(told, **_why_aborted(told["description"])) if name == "SIGABRT" else told


def _why_aborted(description):
    """Of the C++ exception that nobody has caught, or what the C library has said before."""
    thrown = uncaught.thrown(session.debuggee().memory)
    if thrown is not None:
        told = exception_breakpoints.of_thrown(thrown, None)
        why = "Nothing has caught the C++ exception %s." % told["description"]
        return {"description": "%s %s" % (description, why), "typeName": told["typeName"], "message": told["message"]}
    message = siginfo.abort_message()
    return {"description": "%s It said: %s" % (description, message), "message": message} if message else {}


@operation("exception-details")
def exception_details(thread):
    """{"stackTrace": the newest FRAMES frames as text, "inner": the Python exception that was raised and has found no handler yet,
    {"typeName", "fullTypeName", "message"}, or null}; at one of Python as agent.breakpoints.exceptions.details."""
    of_python = python_exceptions.details(thread)
    if of_python is not None:
        return of_python
    frames = operations.stack(thread, 0, FRAMES)["frames"]
    return {"stackTrace": "\n".join(map(_line, frames)), "inner": _pending(selection.thread(thread))}


def _line(frame):
    name = frame["name"] or frame.get("pc", "??")
    if frame["file"]:
        return "%s (%s:%s)" % (name, frame["file"], frame["line"])
    return "%s (%s)" % (name, frame["library"]) if frame.get("library") else name


def _pending(thread):
    try:
        python = session.python()
        found = map(python.raised.pending, python.thread_states_of(thread))
        row = next(filter(None, found), None)
    except (NoPython, CorruptMemory):
        return None
    return row and {"typeName": row["type"], "fullTypeName": row["type"], "message": row["value"]}
