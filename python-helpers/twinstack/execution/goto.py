"""Where a thread goes on: DAP's gotoTargets and goto. Nothing runs for it; its program counter is set."""

import os

import gdb

from .. import changes, selection
from ..commands import operation
from ..errors import UserError
from ..objects.locations import function_block, is_in

INSTEAD = "to do it all the same, type '-exec jump %s', which lets the program run on from there"


@operation("goto-targets")
def goto_targets(thread, file, line):
    """Where ``line``, or the first one with code after it, begins in the function in which a
    thread stands: {"address", "line", "function"}."""
    frame = selection.frame(thread, 0)
    here, function = frame.find_sal(), function_block(frame.pc())
    place = "%s:%s" % (os.path.basename(file), line)
    if here.symtab is None or function is None:
        raise UserError(
            "The program stands in code without lines, from which nothing can be skipped; %s." % INSTEAD % place
        )
    symtab = next((each for each in _symtabs(frame, function) if _is(each, file)), None)
    if symtab is not None and not any(each.line >= line for each in symtab.linetable()):
        raise UserError("%s has no code, and neither has any line after it." % place)
    entries = [] if symtab is None else _lines(symtab, function)
    if not entries or not min(entries)[0] <= line <= max(entries)[0]:
        raise UserError(
            "%s is not in '%s', in which the program stands: a jump into another function leaves the stack as it"
            " is, and mostly ends in a crash; %s." % (place, function.function.print_name, INSTEAD % place)
        )
    found, address = min(entry for entry in entries if entry[0] >= line)
    return {"address": hex(address), "line": found, "function": function.function.print_name}


def _symtabs(frame, function):
    """The files in which the frame and its function are; they differ in code of an included file."""
    return frame.find_sal().symtab, function.function.symtab


def _is(symtab, file):
    names = {symtab.fullname(), os.path.realpath(symtab.fullname())}
    return file in names or os.path.realpath(file) in names


def _lines(symtab, function):
    """(line, address) of the function's lines in a file; 0 stands for code of no line."""
    table = symtab.linetable()
    return [(each.line, each.pc) for each in table if each.line and is_in(function, each.pc)]


@operation("goto")
def goto(thread, address):
    """Have a thread go on at an address in the function in which it stands: {}."""
    frame, target = selection.frame(thread, 0), int(address, 0)
    function = function_block(frame.pc())
    if function is None or not is_in(function, target):
        raise UserError(
            "Thread %s does not stand in the function of that line; %s." % (thread, INSTEAD % ("*" + address))
        )
    try:
        gdb.parse_and_eval("$pc = %#x" % target)
    except gdb.error as error:
        raise UserError("The thread cannot go on elsewhere: %s." % str(error).rstrip("."))
    changes.take()  # DAP's stopped event, which tells of it, has the client read everything anew
    return {}
