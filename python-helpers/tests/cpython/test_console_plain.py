"""The commands in plain GDB, and beside CPython's own python-gdb.py."""

import os
import unittest

from debuggee import scratch, version
from plain_gdb import LOAD, answers, debug, original, run_gdb

OURS = "from the selected frame on"  # in our help of py-bt
POINTER = r"\(self=(self@entry=)?0x"  # an argument, a PyObject pointer, in GDB's bt
SHOWN = POINTER.replace("0x", "<module 'probe' at remote")
TITLE = "Traceback (most recent call first):\n"
NO_AUTO_LOAD = "set auto-load no"


class PlainGdb(unittest.TestCase):
    def test_sourced_before_the_program_is_loaded(self):
        text, said = answers("recursion.py", "2", before=[NO_AUTO_LOAD, LOAD], commands=["py-bt", "bt"])
        self.assertEqual(3, text.count("in recursive\n"))
        self.assertRegex(said, SHOWN)

    def test_sourced_at_a_stop(self):
        _, text = answers("recursion.py", "2", before=[NO_AUTO_LOAD], commands=[LOAD, "py-bt"])
        self.assertEqual(3, text.count("in recursive\n"))

    def test_loading_says_nothing(self):
        (text,) = answers("recursion.py", "2", before=[NO_AUTO_LOAD], commands=[LOAD])
        self.assertEqual("", text)

    def test_loading_twice_is_as_loading_once(self):
        _, _, text = answers(
            "recursion.py", "2", before=[NO_AUTO_LOAD], commands=[LOAD, LOAD, "py-print n"]
        )
        self.assertEqual("local 'n' = 0\n", text)

    def test_how_gdb_treats_signals_stays(self):
        before, _, after = answers(
            "recursion.py", "2", before=[NO_AUTO_LOAD], commands=["info signals", LOAD, "info signals"]
        )
        self.assertEqual(before, after)

    def test_sourced_by_another_script(self):
        nested = "python gdb.execute('%s')" % LOAD
        _, text = answers("recursion.py", "2", before=[NO_AUTO_LOAD], commands=[nested, "py-print n"])
        self.assertEqual("local 'n' = 0\n", text)

    def test_a_core_file(self):
        core = os.path.join(scratch(), "core")
        debug("recursion.py", "2", before=[NO_AUTO_LOAD], commands=["gcore " + core])
        text = run_gdb([NO_AUTO_LOAD, LOAD], ["core-file " + core, "py-bt", "py-print n"])
        self.assertEqual(3, text.count("in recursive\n"))
        self.assertIn("local 'n' = 0\n", text)

    def test_the_printer_can_be_disabled(self):
        off = "disable pretty-printer global twinstack"
        shown, _, pointer = answers(
            "recursion.py", "2", before=[NO_AUTO_LOAD, LOAD], commands=["bt 2", off, "bt 2"]
        )
        self.assertRegex(shown, SHOWN)
        self.assertRegex(pointer, POINTER)

    def test_without_a_program(self):
        text = debug("recursion.py", "2", before=[LOAD, "py-bt"])
        self.assertIn("No program is being debugged; start one first.", text)

    def test_after_the_program_was_killed(self):
        _, text = answers("recursion.py", "2", before=[LOAD], commands=["kill", "py-list"])
        self.assertIn("No program is being debugged", text)


@unittest.skipUnless(original(), "this Python came without python-gdb.py")
class BesideTheOriginal(unittest.TestCase):
    SAFE = "add-auto-load-safe-path /"

    def assertOurs(self, helped, shown):
        self.assertIn(OURS, helped)
        self.assertRegex(shown, SHOWN)

    def test_loaded_by_gdb_before_ours(self):
        _, helped, shown = answers(
            "recursion.py", "2", before=[self.SAFE], commands=[LOAD, "help py-bt", "bt 2"]
        )
        self.assertOurs(helped, shown)

    def test_loaded_by_gdb_after_ours(self):
        loaded, helped, shown = answers(
            "recursion.py",
            "2",
            before=[self.SAFE, LOAD],
            commands=["info auto-load python-scripts", "help py-bt", "bt 2"],
        )
        self.assertIn("-gdb.py", loaded)
        self.assertOurs(helped, shown)

    def test_sourced_by_the_user_before_ours(self):
        _, _, helped, shown = answers(
            "recursion.py",
            "2",
            before=[NO_AUTO_LOAD],
            commands=["source " + original(), LOAD, "help py-bt", "bt 2"],
        )
        self.assertOurs(helped, shown)

    def test_sourced_by_the_user_after_ours(self):
        typed = "source %s\nhelp py-bt\nbt 2\nkill\nquit\n" % original()
        shown = debug("recursion.py", "2", before=[NO_AUTO_LOAD, LOAD], typed=typed)
        self.assertOurs(shown, shown)

    def test_backtraces_say_nothing_of_errors(self):
        text = debug("recursion.py", "2", before=[self.SAFE, LOAD], commands=["py-bt", "bt"])
        self.assertNotRegex(text, "Error|Exception|exception")

    def test_the_same_words_as_the_original(self):
        commands = ["py-bt", "py-bt-full", "py-up", "py-list", "py-list 5", "py-list 1, 3"]
        commands += ["py-print " + name for name in ("item", "numbers", "__name__", "print", "absent")]
        commands += ["py-locals", "py-up", "py-down"]
        before = "source " + original()
        theirs = answers("recursion.py", "3", before=[NO_AUTO_LOAD, before], commands=commands)
        if "unable to read" in theirs[0] or "Frame 0x" not in theirs[1]:
            self.skipTest("the original reads nothing of this Python: no debug information")
        ours = answers("recursion.py", "3", before=[NO_AUTO_LOAD, LOAD], commands=commands)
        for command, expected, found in zip(commands, theirs, ours):
            if command == "py-locals" and version() < (3, 11):
                expected = "Locals for recursive\n" + expected  # which the older original leaves out
            if command == "py-bt-full" and not expected.startswith(TITLE):
                expected = TITLE + expected  # which older originals leave out
            with self.subTest(command):
                self.assertEqual(expected, found)
