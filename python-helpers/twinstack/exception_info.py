"""DAP's exceptionInfo: why a thread has stopped, and what it was doing."""

from . import exception_breakpoints, operations, selection, session, signals, unasked
from .commands import operation
from .errors import CorruptMemory, NoPython, UserError

FRAMES = 50


@operation("exception-info")
def exception_info(thread, signal=None, meaning=""):
    """What the stopped ``thread`` has met: {"wanted", "title", "id", "description", "typeName",
    "message"}; the stop is ``wanted`` unless the condition of the signal's filter says no. ``signal``:
    the name of the one that it has got, and what that means."""
    selection.thread(thread)
    met = exception_breakpoints.met(thread)
    if met is not None:
        return dict(met, wanted=True)
    if signal is None:
        raise UserError("Thread %s has not stopped at an exception or a signal." % thread)
    if not _is_wanted(signal):
        return {"wanted": False}
    message = signals.abort_message() if signal == "SIGABRT" else None
    description = signals.explained(signal, meaning)
    described = "%s It said: %s" % (description, message) if message else description
    title = "Signal " + signal
    return {"wanted": True, "title": title, "id": signal, "description": described, "message": message}


def _is_wanted(signal):
    try:
        return signals.is_wanted(signal)
    except UserError as error:
        unasked.sentence(error)
        return True


@operation("exception-details")
def exception_details(thread):
    """{"stackTrace": the newest FRAMES frames as text, "pending": the Python exception that was
    raised and has found no handler yet, {"typeName", "message"}, or null}."""
    frames = operations.stack(thread, 0, FRAMES)["frames"]
    return {"stackTrace": "\n".join(map(_line, frames)), "pending": _pending(selection.thread(thread))}


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
    return row and {"typeName": row["type"], "message": row["value"]}
