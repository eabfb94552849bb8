"""A program that its own timer stops, again and again, wherever it is."""

import os

import gdb

from debuggee import Debugged

STOPS = int(os.environ.get("TWINSTACK_STOPS", "60"))


class AnytimeCase(Debugged):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        gdb.execute("delete", to_string=True)
        gdb.execute("handle SIGALRM stop print nopass", to_string=True)

    def check_stacks(self):
        """``check(frames)`` of each thread at each of STOPS stops."""
        for stop in range(STOPS):
            gdb.execute("continue", to_string=True)
            for thread in gdb.selected_inferior().threads():
                with self.subTest(stop=stop, thread=thread.num):
                    self.check(self.frames(thread.global_num))
