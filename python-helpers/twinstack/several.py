"""Several operations in one: for many short ones, the way to GDB and back takes longer than they do."""

import time

import gdb

from .commands import operation, run
from .errors import CorruptMemory, UserError

SECONDS = 0.1  # nothing else is done meanwhile


@operation("several")
def several(questions):
    """What each of ``questions``, {"operation", "arguments": JSON}, answers: {"replies"}; null for one that fails, which says why when it is asked for
    alone, and for those behind the first SECONDS."""
    deadline = time.monotonic() + SECONDS
    return {"replies": [_reply(**each) if time.monotonic() < deadline else None for each in questions]}


def _reply(operation, arguments):
    try:
        return run(operation, arguments)
    except (UserError, CorruptMemory, gdb.error):
        return None
