"""The commands in GDB on very deep stacks: they show a part at once, and all when asked."""

import os
import time
import unittest

import gdb

from debuggee import Debugged, scratch
from twinstack import console, session
from twinstack.console import sources

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
        self.assertIn("(More frames follow; ", text)

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


class Sources(unittest.TestCase):
    """A path out of damaged memory may be anything."""

    def test_what_is_no_file_of_source_is_not_read(self):
        for path in ("/dev/zero", "/proc/self/mem", scratch(), "/no/such/file", "with\0nul", ""):
            with self.assertRaises(OSError):
                sources.read(path)
            self.assertIsNone(sources.Sources().line(path, 1))

    def test_a_file_in_the_encoding_that_it_declares(self):
        for data in (b"# coding: latin-1\n\xe9\n", b"# coding: nonsense\n\xc3\xa9\n", b"\n\xc3\xa9"):
            self.assertEqual("\u00e9", sources.Sources().line(self.file(data), 2))

    def test_beyond_the_end(self):
        path = self.file(b"one\n")
        self.assertEqual(
            ["one", None, None, None],
            [sources.Sources().line(path, number) for number in (1, 2, 0, None)],
        )

    def file(self, data):
        path = os.path.join(scratch(), "source.py")
        with open(path, "wb") as out:
            out.write(data)
        return path
