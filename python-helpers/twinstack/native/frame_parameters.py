"""What the functions of a stack's frames were called with, for their names (DAP: StackFrameFormat)."""

import itertools

from .. import session
from ..errors import CorruptMemory
from ..inferior import read_only
from ..objects import variables
from ..stack.merge import Placed
from . import values
from .blocks import NoDebugInformation, parameters_of

MAX_PARAMETERS = 20
MAX_VALUE = 80  # characters


def added(frames, rows):
    """The FRAMEs ``rows``, each with "parameters": [{"name", "type", "value"}] of the one among
    ``frames``; None where none are known, and for a module or a class body."""
    with read_only.looking():
        return [dict(row, parameters=_of(frame)) for frame, row in zip(frames, rows)]


def _of(frame):
    found = _python(frame.frame) if isinstance(frame, Placed) else _native(frame.frame)
    return found and [_short(row) for row in itertools.islice(found, MAX_PARAMETERS)]


def _python(frame):
    if not frame.code.is_optimized:
        return None
    python = session.python()
    try:
        found = python.scopes.parameters(frame)
    except CorruptMemory as error:
        found = [("...", error)]
    return [variables.variable(python.readers, name, address) for name, address in found]


def _native(frame):
    try:
        return [values.variable(child) for child in parameters_of(frame)]
    except NoDebugInformation:
        return None


def _short(row):
    value = row["value"]
    shown = value if len(value) <= MAX_VALUE else value[:MAX_VALUE] + "…"
    return {"name": row["name"], "type": row["type"], "value": shown}
