"""CPython's JIT: of what it made nothing tells how to unwind it; what is shown is right all the same."""

import unittest

import gdb

import debuggee
from anytime_case import AnytimeCase
from twinstack import session

CHAIN = ["hot", "work", "<module>"]


@unittest.skipUnless(debuggee.python()["jit"], "this Python was built without the JIT")
class Jit(AnytimeCase):
    PROGRAM = "hot.py"

    @classmethod
    def setUpClass(cls):
        gdb.execute("set environment PYTHON_JIT 1")
        super().setUpClass()

    @classmethod
    def tearDownClass(cls):
        super().tearDownClass()
        gdb.execute("unset environment PYTHON_JIT")

    def test_python_frames_are_right_and_native_ones_are_code(self):
        self.check_stacks()

    def check(self, frames):
        python = [frame["name"] for frame in frames if frame["kind"] == "python"]
        self.assertIn(python, (CHAIN[1:], CHAIN, ["identity"] + CHAIN))
        native = [frame for frame in frames if frame["kind"] == "native"]
        for frame in native[1:]:
            self.assertTrue(session.debuggee().code.has(int(frame["pc"], 0)), frame)
