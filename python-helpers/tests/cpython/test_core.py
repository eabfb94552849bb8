"""A core file of all memory, whose program is not there: CPython from 3.13 on is found in it."""

import os
import unittest
from unittest import mock

import gdb

import debuggee
from debuggee import ask, scratch
from twinstack.cpython import locate


@unittest.skipIf(debuggee.version() < (3, 13), "CPython before 3.13 does not tell in memory what it is")
class WithoutFiles(unittest.TestCase):
    def setUp(self):
        self.core = os.path.join(scratch(), "core")
        debuggee.start("recursion.py", "5")
        self.before = self.python_frames()
        with open("/proc/%d/coredump_filter" % gdb.selected_inferior().pid, "w") as kinds:
            kinds.write("0x7f")  # constants too, such as the names of types
        gdb.execute("gcore " + self.core, to_string=True)
        debuggee.end()
        gdb.execute("set sysroot /nowhere")
        gdb.execute("file", to_string=True)

    def tearDown(self):
        gdb.execute("core-file", to_string=True)
        gdb.execute("set sysroot")

    def test_the_python_frames(self):
        gdb.execute("core-file " + self.core, to_string=True)
        gdb.execute("file", to_string=True)  # newer GDBs find it by the core's word
        self.assertEqual(0, locate.symbol("_PyRuntime"))
        with mock.patch.object(locate, "in_files", return_value=0):
            self.assertEqual(self.before, self.python_frames())

    def python_frames(self):
        reply = ask("stack", thread=gdb.selected_thread().global_num, start=0, count=100)["result"]
        found = [f for f in reply["frames"] if f["kind"] == "python"]
        self.assertTrue(found, reply["reason"])
        return [(f["name"], f["line"]) for f in found]
