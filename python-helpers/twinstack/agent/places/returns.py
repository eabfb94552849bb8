"""Stops where a function that the program has just entered returns."""

import gdb

from ...inferior import inferior_calls
from ...quiet import quietly


class ReturnBreakpoint(gdb.Breakpoint):
    """``arrived``: as of stop_behind. No stop where the thread runs for the debugger."""

    silent, arrived = True, None

    def stop(self):
        return not inferior_calls.is_own() and self.arrived()


def stop_behind(arrived):
    """The selected thread, at the beginning of a function, stops once where that returns; ``arrived()`` (Arrival.come) is called then."""
    caller = gdb.newest_frame().older()
    found, _ = quietly(lambda: ReturnBreakpoint("*%d" % caller.pc(), internal=True, temporary=True))
    found.thread, found.arrived = gdb.selected_thread().global_num, arrived
