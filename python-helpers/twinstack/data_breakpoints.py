"""Data breakpoints: DAP's dataBreakpointInfo and setDataBreakpoints, with debug registers alone.

GDB reports one as ``*stopped,reason="watchpoint-trigger",wpt={number,exp},value={old,new}``, with
``hw-rwpt`` for one that is read and ``hw-awpt`` for both. What would need single steps, because it
is too large or in no memory, is refused: GDB's software watchpoints make a program a thousand
times slower.
"""

import contextlib

import gdb

from . import hardware, read_only, selection, unasked, watched_data
from .breakpoint_sets import Placed, replace
from .commands import operation
from .decisions import DecidedBreakpoint
from .errors import UserError
from .quiet import quietly

CLASSES = {"read": gdb.WP_READ, "write": gdb.WP_WRITE, "readWrite": gdb.WP_ACCESS}


@operation("data-breakpoint-info")
def data_breakpoint_info(expression, name=None, bytes=None, thread=None, level=0):
    """{"dataId", "description"} of an expression in a frame, which is shown as ``name``; of its first
    ``bytes`` bytes alone where they are given. Raises UserError with the reason why it cannot be
    watched; nothing in the program is called or written."""
    with _in_frame(expression, thread, level):
        return _info(watched_data.of_expression(expression, name or expression, bytes))


@operation("child-data-breakpoint-info")
def child_data_breakpoint_info(handle, child, bytes=None):
    """The same of the child of that name of a value's handle."""
    with _looking(child):
        return _info(watched_data.of_child(handle, child, bytes))


@operation("memory-data-breakpoint-info")
def memory_data_breakpoint_info(expression, bytes=None, thread=None, level=0):
    """The same of ``bytes`` bytes, or one, at the address that an expression is."""
    with _in_frame(expression, thread, level):
        return _info(watched_data.of_memory(expression, bytes or 1))


def _in_frame(expression, thread, level):
    if thread is not None:
        selection.frame(thread, level)
    read_only.check(expression)
    return _looking(expression)


@contextlib.contextmanager
def _looking(expression):
    """Inside, nothing is called or written, and GDB's refusal is one of what the user wrote."""
    try:
        with read_only.looking():
            yield
    except gdb.error as error:
        reason = read_only.sentence(expression, error).rstrip(".")
        raise UserError("'%s' cannot be watched: %s." % (expression, reason)) from None


def _info(data):
    return {"dataId": data.id(), "description": data.name}


@operation("set-data-breakpoints")
def set_data_breakpoints(breakpoints):
    """Replace all data breakpoints: {"dataId", "accessType": one of CLASSES or null for "write",
    "condition", "hitCondition"} each; see breakpoint_sets.replace."""
    return replace("data", breakpoints, _placed)


def _placed(request):
    thread = gdb.selected_thread()
    if thread is not None and thread.is_running():
        raise UserError("GDB cannot set a data breakpoint while the program runs: pause it first.")
    data = watched_data.Data.of_id(request["dataId"])
    registers = hardware.words(data.address, data.size)
    hardware.require(registers)
    with selection.thread_and_frame_kept():
        frame = watched_data.of_frame(data) if data.frame else None
        access = CLASSES[request.get("accessType") or "write"]
        native, _ = quietly(
            lambda: Watchpoint(data.expression(), type=gdb.BP_WATCHPOINT, wp_class=access)
        )
        native.data, native.registers = data, registers
        if native.type == gdb.BP_WATCHPOINT:
            native.delete()
            raise UserError("The processor cannot watch '%s'." % data.name)
        if frame is not None:
            native.end = quietly(lambda: ScopeEnd(native, frame))[0]
    return Watched(native)


class Watchpoint(DecidedBreakpoint):
    """``data``, and the ScopeEnd when its function returns."""

    data = end = None
    registers = 1


class Watched(Placed):
    def delete(self):
        if self.native.end is not None and self.native.end.is_valid():
            self.native.end.delete()
        super().delete()

    def reply(self):
        row = {"number": str(self.native.number), "enabled": self.native.enabled, "verified": True}
        return dict(row, message=self.native.data.name)


class ScopeEnd(gdb.FinishBreakpoint):
    """Ends the watch of a variable on the stack when its function returns; never stops."""

    def __init__(self, watchpoint, frame):
        super().__init__(frame, internal=True)
        self.watchpoint, self.function = watchpoint, frame.name() or "its function"

    def stop(self):
        self._ended()
        return False

    def out_of_scope(self):
        self._ended()

    def _ended(self):
        if self.watchpoint.is_valid():
            unasked.event(
                "data-ended",
                number=str(self.watchpoint.number),
                message="'%s' is watched no longer: %s has returned." % (self.watchpoint.data.name, self.function),
            )
            self.watchpoint.delete()
