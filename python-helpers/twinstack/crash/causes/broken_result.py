"""A C function has returned a result with an exception set, or NULL without one."""

from ...errors import CorruptMemory
from .. import fatal_errors
from .cause import Cause

RULE = "result-and-exception"
RESULT = "A C function has returned a result although it had set an exception."
NULL = "A C function has failed (returned NULL) and set no exception."
# CPython: Objects/call.c, _Py_CheckFunctionResult (an "error" up to 3.9), and Python/errors.c
TEXTS = {
    "returned a result with an exception set": RESULT,
    "returned a result with an error set": RESULT,
    "without setting an exception": NULL,
    "without setting an error": NULL,
    "error return without exception set": NULL,
}


def found(site):
    if site.python is None:
        return None
    for told in _told(site):
        for text, says in TEXTS.items():
            if text in told:
                return Cause(RULE, says, ["CPython said: %s." % told.rstrip(".")])
    return None


def _told(site):
    """Generates what CPython says: in its exceptions, and when it ends the program (a debug build)."""
    raised = site.python.raised
    try:
        for state in site.states or ():
            for row in (raised.pending(state), raised.handled(state)):
                if row is not None and row["type"] == "SystemError":
                    yield row["value"]
    except CorruptMemory:
        pass
    message = fatal_errors.message(site)
    if message:
        yield message
