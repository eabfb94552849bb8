"""Steps that cross the border between Python and C: breakpoints for one thread, which the next stop takes away."""

import gdb

from ... import session
from ...cython.functions import shown
from ...inferior import inferior_calls
from ...inferior.thread_registers import register
from ...mi import unasked
from ...objects import locations
from ...quiet import quietly
from ...stack import merge
from . import c_code

MAX_FRAMES = 60  # native ones, between Python's that returns and its caller in C

MAX_ENTRIES = 1000  # GDB goes through all breakpoints for each that is enabled: a third of a second for so many
CUT = "The program's extensions have more than %d C functions that Python enters: a step goes into the others where they are called, not by way of an operator, a property or a loop." % MAX_ENTRIES

_breakpoints = []
_entries = {}  # address -> EntryBreakpoint
_reached = None  # CrossingBreakpoint
_stepping = None  # the thread of which a step ends in C code that Python enters
_began = None  # the place where that step begins, at which GDB may stop the thread once more: calls by hand were made there
_target = None  # the address of a Python frame, the offsets of the only call of it that is entered, and behind it; or None


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


class EntryBreakpoint(CrossingBreakpoint):
    """Where Python may enter C code of the user's; for the thread that steps, enabled during a step into."""

    steps = 0  # number of that thread

    def stop(self):
        return gdb.selected_thread().global_num == self.steps and _place() != _began and super().stop()


def learn(functions):
    """From now on steps into Python's lines end in these C functions, too; and one that is under way."""
    new = [function for function in dict.fromkeys(functions) if function not in _entries]
    room = MAX_ENTRIES - len(_entries)
    for function in new[:room]:
        _entries[function] = _made(EntryBreakpoint, _behind_prologue(function))
    if len(new) > room > 0:
        unasked.sentence(CUT)
    if _stepping is not None:
        _watch(_stepping)


def watch(thread, target=None):
    """A step of the thread ends in the C code that Python enters; ``target``: by that call alone."""
    global _stepping, _target, _began
    _stepping, _target, _began = thread, target, _place()
    _watch(thread)


def is_passed_by():
    """Whether the program has come to C code of a step's that is not of the call which it is to go into; the step goes on then."""
    global _reached
    if _target is None or not isinstance(_reached, EntryBreakpoint):
        return False
    address, begin, end = _target
    stack = session.python().stacks.of(gdb.selected_thread())
    newest = next((each.frame for each in stack if isinstance(each, merge.Placed)), None)
    if newest is not None and newest.address == address and begin <= newest.offset < end:
        return False
    _reached = None
    return True


def _place():
    """(pc, stack pointer) of the selected thread."""
    frame = gdb.newest_frame()
    return frame.pc(), register(frame, "sp")


def _watch(thread):
    for each in _entries.values():
        each.steps = thread.global_num
        _enable(each, True)


def _enable(entry, wanted):
    """GDB goes through all breakpoints when one is set, also where nothing changes."""
    if entry.enabled != wanted:
        entry.enabled = wanted


def into(functions):
    """The selected thread may enter these C functions: it stops behind their prologues."""
    for function in functions:
        if function not in _entries:
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
    found = _made(CrossingBreakpoint, address)
    found.thread, found.sp, found.is_return = gdb.selected_thread().global_num, sp, is_return
    _breakpoints.append(found)


def _made(kind, address):
    return quietly(lambda: kind("*%d" % address, internal=True))[0]


def _behind_prologue(function):
    """Where the arguments are set: behind the code of the function's first line, as GDB has it, too."""
    block, last = locations.function_block(function), gdb.find_pc_line(function).last
    return last + 1 if last and block and locations.is_in(block, last + 1) else function


def _native_caller():
    """The newest native frame of the user's, not of Cython's own, between the Python frame that returns and its caller in Python."""
    stack = session.python().stacks.of(gdb.selected_thread())
    frames = iter(stack)
    next((each for each in frames if isinstance(each, merge.Placed)), None)
    for _ in range(MAX_FRAMES):
        found = next(frames, None)
        if found is None or isinstance(found, merge.Placed):
            return None
        if c_code.is_users(found.pc) and not shown(found.frame).get("subtle"):
            return found
    return None


def unwatch():
    """A step ends in no more C code that Python enters."""
    global _stepping
    _stepping = None
    for each in _entries.values():
        _enable(each, False)


def taken_away():
    """The CrossingBreakpoint at which the program has stopped, or None; none is left."""
    global _reached
    for each in _breakpoints:
        if each.is_valid():
            each.delete()
    del _breakpoints[:]
    unwatch()
    reached, _reached = _reached, None
    return reached


def are_awaited():
    """Whether there is anything to take away at the next stop."""
    return bool(_breakpoints) or _stepping is not None or _reached is not None


def forget():
    """The program is gone, or the process runs another."""
    taken_away()
    for each in _entries.values():
        if each.is_valid():
            each.delete()
    _entries.clear()


gdb.events.exited.connect(lambda event: forget())
