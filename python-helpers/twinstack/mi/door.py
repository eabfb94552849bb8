"""The MI command ``-twinstack OP JSON``; imported only where GDB has gdb.MICommand."""

import gdb

from ..commands import answer
from ..selection import frame_kept


class MiDoor(gdb.MICommand):
    """Answers ``^done,json="..."`` with the same line as the console command.

    The thread that an operation was about stays selected, with its newest frame unless it was
    selected before: GDB forgets all that it has unwound whenever another thread is selected, and
    a front end names the thread in every command. GDB 13.1 tells nobody about the selection.
    """

    def __init__(self):
        super().__init__("-twinstack")

    def invoke(self, argv):
        name, text = (list(argv) + ["", ""])[:2]
        return {"json": answer(name, text, frame_kept)}
