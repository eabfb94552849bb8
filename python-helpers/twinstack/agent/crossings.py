"""Steps that cross the border between Python and C: breakpoints for one thread, which the next stop takes away."""

import gdb

from .. import inferior_calls, locations, merge, session
from ..inferior import register
from ..quiet import quietly
from . import c_code

MAX_FRAMES = 60  # native ones, between Python's that returns and its caller in C

_breakpoints = []
_reached = None  # CrossingBreakpoint


class CrossingBreakpoint(gdb.Breakpoint):
    """``sp``: the stack pointer at which it counts, or None. ``is_return``: where C returns to CPython."""

    silent, sp, is_return = True, None, False

    def stop(self):
        global _reached
        if inferior_calls.is_own():
            return False
        if self.sp is not None and register(gdb.newest_frame(), "sp") != self.sp:
            return False
        _reached = self
        return True


def into(functions):
    """The selected thread may enter these C functions: it stops behind their prologues."""
    for function in functions:
        _set(_behind_prologue(function), None)


def back():
    """A Python frame of the selected thread returns. Whether it returns to C code of the user's, where the thread stops."""
    caller = _native_caller()
    if caller is None:
        return False
    _set(caller.pc, caller.sp)
    return True


def out():
    """The C code that the selected thread runs will return to CPython, where the thread stops. Whether Python has called it."""
    place = None
    for frame in session.python().stacks.of(gdb.selected_thread()):
        if isinstance(frame, merge.Placed):
            place = place or frame.native
            break
        place = None if c_code.is_users(frame.pc) else place or frame
    if place is not None:
        _set(place.pc, place.sp, is_return=True)
    return place is not None


def _set(address, sp, is_return=False):
    found, _ = quietly(lambda: CrossingBreakpoint("*%d" % address, internal=True))
    found.thread, found.sp, found.is_return = gdb.selected_thread().global_num, sp, is_return
    _breakpoints.append(found)


def _behind_prologue(function):
    """Where the arguments are set: behind the code of the function's first line, as GDB has it, too."""
    block, last = locations.function_block(function), gdb.find_pc_line(function).last
    return last + 1 if last and block and locations.is_in(block, last + 1) else function


def _native_caller():
    """The newest native frame of the user's between the Python frame that returns and its caller in Python."""
    stack = session.python().stacks.of(gdb.selected_thread())
    frames = iter(stack)
    next((each for each in frames if isinstance(each, merge.Placed)), None)
    for _ in range(MAX_FRAMES):
        found = next(frames, None)
        if found is None or isinstance(found, merge.Placed):
            return None
        if c_code.is_users(found.pc):
            return found
    return None


def taken_away():
    """The CrossingBreakpoint at which the program has stopped, or None; none is left."""
    global _reached
    for each in _breakpoints:
        if each.is_valid():
            each.delete()
    del _breakpoints[:]
    reached, _reached = _reached, None
    return reached


gdb.events.exited.connect(lambda event: taken_away())
