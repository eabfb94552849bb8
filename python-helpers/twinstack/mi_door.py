"""The MI command ``-twinstack OP JSON``; imported only where GDB has gdb.MICommand."""

import gdb

from .commands import answer


class MiDoor(gdb.MICommand):
    """Answers ``^done,json="..."`` with the same line as the console command."""

    def __init__(self):
        super().__init__("-twinstack")

    def invoke(self, argv):
        return {"json": answer(argv[0] if argv else "", argv[1] if len(argv) > 1 else "")}
