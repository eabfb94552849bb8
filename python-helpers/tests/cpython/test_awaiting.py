"""What a coroutine awaits, whatever CPython has made of its instructions."""

import gdb

from debuggee import Debugged


class Awaiting(Debugged):
    PROGRAM = "awaiting.py"

    def awaited(self, name):
        """The type of what the local variable of ``stop`` awaits; None for nothing."""
        members = {child["name"]: child for child in self.children(self.locals("stop")[name])}
        return members["[awaits]"]["type"] if "[awaits]" in members else None

    def check(self):
        self.assertEqual("generator", self.awaited("awaiting"))
        self.assertIsNone(self.awaited("yielding"))

    def test_1_code_that_is_warm(self):
        self.check()

    def test_2_code_that_is_traced(self):
        gdb.execute("continue", to_string=True)
        self.check()
