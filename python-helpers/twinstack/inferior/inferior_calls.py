"""How many calls of the program's functions GDB waits for: an expression calls, a breakpoint's own within it.

The agent's errands, for which the program runs unseen, count as such.
"""

import gdb

from .thread_registers import register

_depth = 0
_has_errand = False
_interrupted = {}  # number of a thread that runs a call by hand -> the stack pointer of what that has interrupted
_thread = None  # GDB's number of the one that runs for the agent, also where an errand waits for it
_returned = None  # (thread, pc, sp) to which the last call by hand has returned


def depth():
    """0 while the program does not run for a call."""
    return _depth


def count(event):
    """Count the calls that GDB itself makes and comes back from: a handler of gdb.events.inferior_call."""
    if isinstance(event, gdb.InferiorCallPreEvent):
        enter()
    else:
        leave()


def enter():
    global _depth
    _depth += 1


def leave():
    global _depth
    _depth = max(0, _depth - 1)


def is_errand():
    """Whether the program runs for the agent."""
    return _has_errand


def is_own():
    """Whether the selected thread runs for the agent: what it meets is none of the program's."""
    selected = gdb.selected_thread()
    return _thread is not None and selected is not None and selected.global_num == _thread


def interrupts(thread, stack_pointer):
    """A call by hand begins in a thread, by GDB's number; the first of those that are within each other counts."""
    _interrupted.setdefault(thread, stack_pointer)


def interrupted_at(thread):
    """The stack pointer of the frame that calls by hand have interrupted, or None where none does."""
    return _interrupted.get(thread)


def goes_on(thread):
    """No call by hand is under way there any more."""
    _interrupted.pop(thread, None)


def returned(thread, pc, stack_pointer):
    """A call by hand has come back to where a thread stood before."""
    global _returned
    _returned = thread, pc, stack_pointer


def has_returned_here():
    """Whether the selected thread stands where a call by hand has returned to: GDB hits a breakpoint there again, as it has
    last seen the thread at another place. True once."""
    global _returned
    if _returned is None:
        return False
    (thread, pc, stack_pointer), _returned = _returned, None
    return gdb.selected_thread().global_num == thread and stands_at(pc, stack_pointer)


def stands_at(pc, stack_pointer):
    """Whether the selected thread's newest frame is there."""
    frame = gdb.newest_frame()
    return frame.pc() == pc and register(frame, "rsp") == stack_pointer


def _stopped(event):
    global _returned
    _returned = None


gdb.events.stop.connect(_stopped)


def runs(thread):
    """A thread, by GDB's number, runs for the agent; None: none does any more."""
    global _thread
    _thread = thread


def errand(has_begun):
    """An errand of the agent has begun, or ended."""
    global _has_errand
    _has_errand = has_begun
    if has_begun:
        enter()
    else:
        leave()
