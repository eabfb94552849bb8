"""Breakpoints at addresses of instructions (DAP: setInstructionBreakpoints), also where no code is yet."""

import gdb

from .. import session
from ..commands import operation
from ..errors import UserError
from ..quiet import quietly
from . import hardware
from .breakpoint_sets import replace
from .decisions import DecidedBreakpoint
from .pending import PendingBreakpoint

LONGEST_INSTRUCTION = 15  # bytes (Intel SDM, volume 2, 2.3.11); by so many the code is known again


@operation("set-instruction-breakpoints")
def set_instruction_breakpoints(breakpoints):
    """Replace all breakpoints on instructions: {"address": "0x…", "offset": bytes, "mode",
    "condition", "hitCondition"} each; see breakpoint_sets.replace."""
    return replace("instructions", breakpoints, _placed)


def _placed(request):
    address = _address(request["address"]) + (request.get("offset") or 0)
    code = _code(address)
    if not code:  # GDB would say so only when the program is to run on, and then it could not
        raise UserError("There is no memory at 0x%x, hence no instruction." % address)
    if request.get("mode") == "hardware":
        return hardware.instruction(address)
    return InstructionBreakpoint.made(address, code)


def _address(reference):
    try:
        return int(reference, 0)
    except ValueError:
        raise UserError(
            "'%s' is no address; an instruction reference is a number such as 0x401136." % reference
        ) from None


def _code(address):
    return session.at_breakpoint().memory.readable(address, LONGEST_INSTRUCTION)


class InstructionBreakpoint(PendingBreakpoint):
    """In the process in which it was asked for, and in the next one as soon as the same code is at its
    address: until its library is loaded there, GDB could not insert it, and the program not run."""

    def __init__(self, address, code):
        super().__init__()
        self.address, self.code = address, code
        self.missing = "The code for which it was set is not at 0x%x in this process, or not yet." % address

    def resolve(self):
        """Without a process GDB reads the files of the last one's libraries."""
        if not self.natives and gdb.selected_inferior().pid and _code(self.address) == self.code:
            self.add(quietly(lambda: DecidedBreakpoint("*0x%x" % self.address))[0])

    def ended(self):
        self.clear()
