"""Data breakpoints: DAP's dataBreakpointInfo and setDataBreakpoints, with debug registers alone.

GDB reports one as ``*stopped,reason="watchpoint-trigger",wpt={number,exp},value={old,new}``, with
``hw-rwpt`` for one that is read and ``hw-awpt`` for both. What would need single steps, because it
is too large or in no memory, is refused: GDB's software watchpoints make a program a thousand
times slower.
"""

import contextlib

import gdb

from .. import selection
from ..commands import operation
from ..errors import UserError
from ..inferior import read_only
from ..mi import unasked
from ..quiet import quietly
from . import hardware, watched_data
from .breakpoint_sets import GdbBreakpoint, replace
from .decisions import DecidedBreakpoint

_placing = {}  # the mark of a dataId that is not watched_data's -> the function that makes its GdbBreakpoint
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
    """As ``data-breakpoint-info``, of the child of that name of what a handle opens."""
    with _looking(child):
        return _info(watched_data.of_child(handle, child, bytes))


@operation("memory-data-breakpoint-info")
def memory_data_breakpoint_info(expression, bytes=None, thread=None, level=0):
    """As ``data-breakpoint-info``, of ``bytes`` bytes (one, where it is not said) at the address that an expression has as its value."""
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


def placing(mark):
    """A decorator for ``placed(identity, request)``, which makes the GdbBreakpoint of a dataId with that ``mark`` among its names; ``identity``: the dataId as a dict."""

    def add(placed):
        _placing[mark] = placed
        return placed

    return add


@operation("set-data-breakpoints")
def set_data_breakpoints(breakpoints):
    """Replace all data breakpoints: {"dataId", "accessType": one of CLASSES or null for "write",
    "condition", "hitCondition"} each; see breakpoint_sets.replace."""
    return replace("data", breakpoints, placed)


def placed(request):
    """The GdbBreakpoint for a request with the dataId that dataBreakpointInfo has told. Raises UserError where none can be set."""
    if gdb.selected_thread() is not None and not selection.is_standing():
        raise UserError("GDB cannot set a data breakpoint while the program runs: pause it first.")
    identity = watched_data.identity(request["dataId"])
    other = next((_placing[mark] for mark in identity if mark in _placing), None)
    if other is not None:
        return other(identity, request)
    data = watched_data.Data(**identity)
    data.require_process()
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
            native.follow(frame)
    return Watched(native)


class Watchpoint(DecidedBreakpoint):
    """``data``; for a variable on the stack its ``function``, and the ScopeEnd when that returns."""

    data = function = end = None
    registers = 1
    is_left = False

    def follow(self, frame):
        self.function = frame.name() or "its function"
        if frame.older() is not None:  # the oldest one returns to nothing that GDB knows
            self.end = quietly(lambda: ScopeEnd(self, frame))[0]

    def stop(self):
        if self.is_left:
            return False
        if self.function is not None and watched_data.is_left(self.data, self.function):
            self.is_left = True
            gdb.post_event(lambda: self.finish("%s has been left" % self.function))  # not within stop()
            return False
        return super().stop()

    def finish(self, why):
        """Tell that it is watched no longer, and delete it."""
        if self.is_valid():
            message = "'%s' is watched no longer: %s." % (self.data.name, why)
            unasked.event("data-ended", number=str(self.number), message=message)
            self.leave()

    def leave(self):
        if self.end is not None and self.end.is_valid():
            self.end.delete()
        self.delete()


class Watched(GdbBreakpoint):
    def delete(self):
        if self.native.is_valid():
            self.native.leave()

    def reply(self):
        row = {"number": str(self.native.number), "enabled": self.native.enabled, "verified": True}
        return dict(row, message=self.native.data.name)


class ScopeEnd(gdb.FinishBreakpoint):
    """Ends the watch of a variable on the stack when its function returns; never stops."""

    def __init__(self, watchpoint, frame):
        super().__init__(frame, internal=True)
        self.watchpoint = watchpoint

    def stop(self):
        self._ended("%s has returned")
        return False

    def out_of_scope(self):
        self._ended("%s has been left")

    def _ended(self, why):
        self.watchpoint.end = None  # GDB takes it away itself
        if self.watchpoint.is_valid():
            self.watchpoint.finish(why % self.watchpoint.function)


def _ended(event):
    """What was watched of a process ends with it, but for what the next one has at the same address."""
    for each in gdb.breakpoints():
        if isinstance(each, Watchpoint) and each.data.process is not None:
            each.finish("the program has ended")


gdb.events.exited.connect(_ended)
