"""Recording what the program does, so that GDB can go back along it (GDB manual, "Process Record and Replay")."""

import gdb

from . import gdb_features
from .commands import operation
from .errors import UserError

HANGS = (
    "GDB %s hangs when it goes backwards on this processor, whose vector registers it cannot write;"
    " use GDB 14 or newer" % gdb.VERSION
)


@operation("record")
def record(method):
    """Record from here on, by "full" or "btrace": {}; the oldest is dropped where there is no more room."""
    if not gdb_features.WRITES_ALL_REGISTERS:
        raise UserError("The program is not recorded: %s." % HANGS)
    try:
        gdb.execute("set record full stop-at-limit off", to_string=True)
        gdb.execute("record " + method, to_string=True)
    except gdb.error as error:
        raise UserError("The program cannot be recorded: %s." % str(error).strip().rstrip("."))
    return {}


@operation("backwards-refusal")
def backwards_refusal():
    """Why GDB cannot go back along a recording: {"reason": sentence or null}."""
    return {"reason": None if gdb_features.WRITES_ALL_REGISTERS else HANGS + "."}
