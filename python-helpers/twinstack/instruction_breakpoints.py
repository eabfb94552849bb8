"""Instruction breakpoints: DAP's setInstructionBreakpoints."""

from . import hardware, session
from .breakpoint_sets import replace
from .commands import operation
from .errors import CorruptMemory, UserError


@operation("set-instruction-breakpoints")
def set_instruction_breakpoints(breakpoints):
    """Replace all breakpoints on instructions: {"address": "0x…", "offset": bytes, "mode",
    "condition", "hitCondition"} each; see breakpoint_sets.replace."""
    return replace("instructions", breakpoints, _placed)


def _placed(request):
    address = int(request["address"], 0) + (request.get("offset") or 0)
    try:
        session.at_breakpoint().memory.u8(address)
    except CorruptMemory:  # GDB would say so only when the program is to run on, and then it could not
        raise UserError("There is no memory at 0x%x, hence no instruction." % address) from None
    return hardware.made(request.get("mode"), spec="*0x%x" % address)[0]
