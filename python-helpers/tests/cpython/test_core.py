"""A core file whose program is not there: CPython from 3.13 on is found in it, and says what its types are called even where their names are left out."""

import os
import unittest
from unittest import mock

import gdb

import debuggee
from debuggee import ask, scratch
from twinstack.cpython import locate


@unittest.skipIf(debuggee.version() < (3, 13), "CPython before 3.13 does not tell in memory what it is")
class WithoutFiles(unittest.TestCase):
    maxDiff = None

    def tearDown(self):
        gdb.execute("core-file", to_string=True)
        gdb.execute("set sysroot")

    def test_all_of_memory(self):
        self.shows_the_same("0x7f", "recursion.py", "5")

    def test_what_the_kernel_writes(self):
        self.shows_the_same("0x33", "recursion.py", "5")  # core(5): no constants, so no names of static types

    def test_types_that_few_modules_name(self):
        values, self.row = self.row, lambda variable: values(variable)[:2]  # some have constants in their texts
        self.shows_the_same("0x33", "named_types.py")

    def shows_the_same(self, filter, *program):
        core = os.path.join(scratch(), "core")
        debuggee.start(*program)
        before = self.python_frames()
        with open("/proc/%d/coredump_filter" % gdb.selected_inferior().pid, "w") as kinds:
            kinds.write(filter)
        gdb.execute("gcore " + core, to_string=True)
        debuggee.end()
        gdb.execute("set sysroot /nowhere")
        gdb.execute("file", to_string=True)
        gdb.execute("core-file " + core, to_string=True)
        gdb.execute("file", to_string=True)  # newer GDBs find it by the core's word
        self.assertEqual(0, locate.symbol("_PyRuntime"))
        with mock.patch.object(locate, "in_files", return_value=0):
            self.assertEqual(before, self.python_frames())

    def python_frames(self):
        thread = gdb.selected_thread().global_num
        reply = ask("stack", thread=thread, start=0, count=100)["result"]
        found = [f for f in reply["frames"] if f["kind"] == "python"]
        self.assertTrue(found, reply["reason"])
        return [(f["name"], f["line"], self.variables(thread, f["frame"])) for f in found]

    def variables(self, thread, frame):
        """The name, type and value of each local."""
        found = ask("locals", thread=thread, frame=frame)["result"]["variables"]
        return [self.row(each) for each in found]

    def row(self, variable):
        return variable["name"], variable.get("type"), variable.get("value")
