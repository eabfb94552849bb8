"""Recording what the program does, so that GDB can go back along it (GDB manual, "Process Record and Replay")."""

import gdb

from .. import gdb_features
from ..commands import operation
from ..errors import UserError
from ..said import said

HANGS = (
    "GDB %s hangs when it goes backwards on this processor, whose vector registers it cannot write;"
    " use GDB 14 or newer" % gdb.VERSION
)
ADVICE = {
    "btrace": " The processor traces no branches, or the virtual machine hides that it does; set"
    ' "reverseDebugging": true, by which GDB records each instruction.'
}


@operation("record")
def record(method):
    """Record from here on, by "full" or "btrace": {}; the oldest is dropped where there is no more room."""
    if not gdb_features.WRITES_ALL_REGISTERS:
        raise UserError("The program is not recorded: %s." % HANGS)
    try:
        gdb.execute("set record full stop-at-limit off", to_string=True)
        gdb.execute("record " + method, to_string=True)
    except gdb.error as error:
        reason = str(error).strip().rstrip(".")
        raise UserError("The program cannot be recorded: %s.%s" % (reason, ADVICE.get(method, "")))
    return {}


@operation("replays")
def replays():
    """Whether GDB shows what it has recorded, while the program does not run: {"replays"}."""
    told = said("info record")
    return {"replays": "Replay mode:" in told or "Replay in progress" in told}


@operation("stop-recording")
def stop():
    """The program stands again where it has come to, and is not recorded any more: {}."""
    for command in ("record goto end", "record stop"):
        try:
            gdb.execute(command, to_string=True)
        except gdb.error:  # it is there, or not recorded
            pass
    return {}


@operation("backwards-refusal")
def backwards_refusal():
    """Why GDB cannot go back along a recording: {"reason": sentence or null}."""
    return {"reason": None if gdb_features.WRITES_ALL_REGISTERS else HANGS + "."}
