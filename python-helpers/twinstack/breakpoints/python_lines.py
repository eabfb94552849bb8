"""The lines of Python files that have code: of breakpointLocations, for which no program has to run.

They are those of the CPython in GDB, which may differ from the program's in lines such as ``else:``; a breakpoint moves to the next that has code.
"""

import os
import tokenize
import warnings

from ..commands import operation
from ..errors import UserError
from ..later import dis

MAX_SIZE = 1 << 22  # bytes of a file
UNREADABLE = "The lines of '%s' that have code cannot be known: %s."


@operation("python-breakpoint-locations")
def python_breakpoint_locations(path, client, line, end):
    """{"lines"} from ``line`` to ``end`` that have code. ``client``: where the client has the file, unless it is at ``path`` here. Raises UserError
    where it cannot be read or compiled."""
    code = _compiled(path if os.path.exists(path) else client)
    found = (each for code in _codes(code) for _, each in dis.findlinestarts(code))
    return {"lines": sorted({each for each in found if each and line <= each <= end})}


def _compiled(path):
    try:
        if os.path.getsize(path) > MAX_SIZE:
            raise UserError(UNREADABLE % (path, "it is too large"))
        with tokenize.open(path) as file, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about what is written in the file
            return compile(file.read(), path, "exec", dont_inherit=True)
    except (OSError, SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise UserError(UNREADABLE % (path, getattr(error, "msg", None) or error)) from None


def _codes(code):
    yield code
    for inner in code.co_consts:
        if isinstance(inner, type(code)):
            yield from _codes(inner)
