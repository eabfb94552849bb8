"""GDB's internal breakpoints that are there as long as the program's agent."""

import gdb

from ..talk import process


class OwnBreakpoints(list):
    """They are deleted when the process runs another program than the agent's, or has ended."""

    def __init__(self):
        super().__init__()
        process.on_replaced(self.forget)
        gdb.events.exited.connect(self.forget)

    def forget(self, event=None):
        for each in self:
            if each.is_valid():
                each.delete()
        del self[:]
