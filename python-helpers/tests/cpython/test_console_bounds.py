"""The commands in GDB on very deep stacks: they show a part at once, and all when asked."""

import time

import gdb

from debuggee import Debugged
from twinstack import console, session

console.open()
DEPTH = 10500
RUNS = DEPTH + 2  # frames of Python: <module>, and one more for n == 0
LIMIT = 10  # seconds of CPU on a slow machine


class Deep(Debugged):
    PROGRAM = "recursion.py"
    ARGUMENTS = (str(DEPTH),)

    def said(self, command):
        session.changed()
        before = time.process_time()
        text = gdb.execute(command, to_string=True)
        self.assertLess(time.process_time() - before, LIMIT, command)
        return text

    def test_py_bt_shows_as_many_frames_as_the_parameter_says(self):
        text = self.said("py-bt")
        self.assertEqual(gdb.parameter("twinstack max-frames"), text.count("  File "))
        self.assertIn("(More Python frames follow; ", text)

    def test_py_bt_shows_all_when_asked(self):
        text = self.said("py-bt 1000000")
        self.assertEqual(RUNS, text.count("  File "))
        self.assertTrue(text.rstrip().endswith("{\"key\": {3}}])"), text[-200:])

    def test_the_first_frames_cost_little(self):
        before = time.process_time()
        session.changed()
        gdb.execute("py-bt 20", to_string=True)
        self.assertLess(time.process_time() - before, 0.5)

    def test_the_others_are_bounded_too(self):
        for command in ("py-bt-full", "py-stack", "py-locals", "py-up"):
            self.assertLess(self.said(command).count("\n"), 2 * RUNS * 4)
        gdb.newest_frame().select()

    def test_gdbs_own_backtrace_with_python_values(self):
        self.assertIn("probe_values", self.said("bt 300"))
