"""The program's file is read without the debug information of a CPython that is not its own."""

import os
import subprocess
import unittest

import gdb

import debuggee
from debuggee import ask, scratch
from twinstack.execution.program_file import quoted
from twinstack.files import elf


def detached(program):
    """A copy of the program whose debug information is installed below scratch()."""
    copy = os.path.join(scratch(), 'a "copy" of\\ python')
    debug = scratch() + os.path.dirname(copy) + "/copy.debug"
    os.makedirs(os.path.dirname(debug))
    subprocess.check_call(["objcopy", "--only-keep-debug", program, debug])
    subprocess.check_call(["strip", "-o", copy, program])
    subprocess.check_call(["objcopy", "--add-gnu-debuglink=" + debug, copy])
    return copy


def has_lines(function):
    """Does GDB have a line table for it?"""
    return "No line number information" not in gdb.execute("info line " + function, to_string=True)


class ProgramFile(unittest.TestCase):
    def tearDown(self):
        debuggee.end()
        gdb.execute("file", to_string=True)

    def given(self, file):
        self.assertEqual({}, ask("program-file", file=file)["result"])
        self.assertEqual(os.path.realpath(file), gdb.current_progspace().filename)

    def test_a_program_of_c_keeps_its_debug_information(self):
        source, program = os.path.join(scratch(), "own.c"), os.path.join(scratch(), "own")
        with open(source, "w") as out:
            out.write("int own(void) { return 1; }\nint main(void) { return own(); }\n")
        subprocess.check_call(["gcc", "-g", "-o", program, source])
        self.given(program)
        self.assertTrue(has_lines("own"))

    def test_detached_debug_information_of_cpython_is_left_out(self):
        executable = os.path.realpath(debuggee.python()["executable"])
        if debuggee.python()["library"] or not elf.has_section(executable, b".debug_info"):
            self.skipTest("needs a Python without a library that was built with -g")
        copy = detached(executable)
        directory = gdb.parameter("debug-file-directory")
        self.addCleanup(gdb.execute, "set debug-file-directory " + directory)
        gdb.execute("set debug-file-directory " + scratch())
        gdb.execute("file " + quoted(copy), to_string=True)
        self.assertTrue(has_lines("Py_RunMain"))
        self.given(copy)
        self.assertFalse(has_lines("Py_RunMain"))
        self.assertEqual(scratch(), gdb.parameter("debug-file-directory"))

    def test_what_is_no_program(self):
        error = ask("program-file", file="/etc/passwd")["error"]
        self.assertEqual("user", error["kind"])
        self.assertIn("GDB cannot read the program '/etc/passwd' (", error["message"])
