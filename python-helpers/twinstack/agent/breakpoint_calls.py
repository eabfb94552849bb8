"""Calls of breakpoint() in the source that a program begins with: it is to stop there, which takes the agent."""

import re

from ..commands import operation
from . import injection

CALL = re.compile(rb"^[^#'\"\n]*\bbreakpoint\s*\(", re.MULTILINE)
MAX_SIZE = 1 << 22  # bytes that are looked at


@operation("await-breakpoint-calls")
def await_breakpoint_calls(file=None, code=None):
    """Where a file, or source as for ``python -c``, calls breakpoint(), bring in the agent when the program's Python starts.

    As an errand's answer (errands): {"awaited": whether it does}.
    """
    is_called = CALL.search(_source(file) if code is None else code.encode()) is not None
    if is_called:
        injection.await_start()
    return {"result": {"awaited": is_called}}


def _source(file):
    """Empty where there is none that can be read: it is no file of the machine on which GDB runs."""
    try:
        with open(file or "", "rb") as source:
            return source.read(MAX_SIZE)
    except OSError:
        return b""
