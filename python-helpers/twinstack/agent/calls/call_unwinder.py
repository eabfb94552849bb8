"""How GDB finds what a call by hand has interrupted: by the registers that are kept of it. The code that calls has no unwind information."""

from collections import namedtuple

import gdb
from gdb.unwinder import Unwinder, register_unwinder

FrameId = namedtuple("FrameId", "sp pc")
LOST = "orig_rax", "eflags"  # no part of a frame


class CallUnwinder(Unwinder):
    """Of the frame that calls a function. ``calls``: those that are under way (hand_calls.Call)."""

    def __init__(self, calls):
        super().__init__("twinstack-calls")
        self._calls, self._is_known = calls, False

    def begin(self):
        """From the first call on GDB asks it."""
        if not self._is_known:
            self._is_known = True
            register_unwinder(None, self, replace=True)

    def __call__(self, pending):
        if not self._calls:
            return None
        sp, pc = (int(pending.read_register(name)) for name in ("rsp", "rip"))
        call = next((each for each in self._calls if each.calls_at(pc, sp)), None)
        if call is None:
            return None
        found = pending.create_unwind_info(FrameId(gdb.Value(sp), gdb.Value(pc)))
        for name, value in call.before.items():
            if name not in LOST:
                kind = pending.read_register(name).type
                found.add_saved_register(name, gdb.Value(value).cast(kind))
        return found
