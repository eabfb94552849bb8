"""The calls that a line makes, and a step into one of them: DAP's stepInTargets.

The line's code is disassembled. Of x86-64 and AArch64 those calls are known that name their target,
also through the PLT; what is called through a pointer is known only when it is called. A step into a
function whose code is chosen at run time (an IFUNC, as strlen) goes over it.
"""

from collections import namedtuple

import gdb

from .. import selection
from ..commands import operation
from ..errors import UserError
from ..later import re
from ..objects.locations import function_block, is_in
from ..quiet import quietly
from ..said import said
from .one_step import OneStep

CALL = re.compile(r"\b(?:callq?|bl)\s+(0x[0-9a-f]+)")
SYMBOL = re.compile(r"(.+?)(@plt)?(?: in section .*)?$")
MAX_CODE = 1 << 14  # bytes of one line

Call = namedtuple("Call", "name target after")  # after: the address at which it returns


@operation("calls")
def calls(thread):
    """The calls that the line of the newest frame is still to make, in the order of its code:
    {"calls": [{"name", "target", "after"}]}; the addresses are those of the function and behind
    the call."""
    frame = selection.frame(thread, 0)
    found = [call for first, end in _ranges(frame) for call in _in_code(frame, first, end)]
    return {"calls": [dict(call._asdict(), target=hex(call.target), after=hex(call.after)) for call in found]}


@operation("step-into")
def step_into(thread, name, target, after):
    """Have the next step of a thread stop in the function at ``target``, when it is called from
    the newest frame and returns to ``after``: {"number"} of the breakpoint that does it."""
    caller = selection.frame(thread, 0)
    into, _ = quietly(lambda: _breakpoint(name, target, thread, caller, int(after, 0)))
    OneStep(thread, into.ended)
    return {"number": str(into.number)}


def _ranges(frame):
    """(first, end) of each piece of the line's code that is not behind the frame's pc yet."""
    line, function = frame.find_sal(), function_block(frame.pc())
    if line.symtab is None or function is None:
        raise UserError("The calls of a line are not known here, in code without debug information.")
    pieces = {entry.pc for entry in line.symtab.linetable().line(line.line) or ()}
    for pc in sorted(pieces):
        last = gdb.find_pc_line(pc).last
        if is_in(function, pc) and last is not None and last >= frame.pc():
            yield max(pc, frame.pc()), min(last + 1, pc + MAX_CODE)


def _in_code(frame, first, end):
    for instruction in frame.architecture().disassemble(first, end - 1):
        found = CALL.search(instruction["asm"])
        if found:
            target = int(found.group(1), 16)
            after = instruction["addr"] + instruction["length"]
            yield Call(_name(target), target, after)


def _name(address):
    block = gdb.block_for_pc(address)
    if block is not None and block.function is not None and block.start == address:
        return block.function.print_name
    text = said("info symbol %#x" % address).strip()
    return hex(address) if text.startswith("No symbol") else SYMBOL.match(text).group(1)


def _breakpoint(name, target, *meant):
    """By the function's name GDB goes behind its prologue, where its arguments are set; by its
    address where no such name is known."""
    found = StepInto("-qualified -function " + name, *meant)
    if found.pending:
        found.delete()
        found = StepInto("*" + target, *meant)
    return found


class StepInto(gdb.Breakpoint):
    """Stops a thread once where a function begins, for the one call that is meant; the next stop of the
    thread, or the program's end, takes it away. MI reports it with its (negative) number as a breakpoint that was hit."""

    def __init__(self, location, thread, caller, after):
        super().__init__(location, internal=True, temporary=True)
        self.thread = thread
        self._caller, self._after = caller, after

    def stop(self):
        caller = gdb.newest_frame().older()
        return caller is not None and caller.pc() == self._after and caller == self._caller

    def ended(self, event):
        hit = isinstance(event, gdb.BreakpointEvent) and self in event.breakpoints
        if not hit and self.is_valid():  # GDB takes away one that is hit
            self.delete()
