"""Calls of the program's functions that get a signal are undone."""

import unittest

from stopped_case import Stopped


class Signalled(Stopped):
    program = "memory.c"
    place = "mixed"
    CRASH = "((int (*)(int)) 0)(3)"

    def setUp(self):
        if "error" in self.evaluate("stop(1)", "repl", level=0):
            self.skipTest("this GDB calls no function on this processor")

    def stands_at(self):
        return self.evaluate("$pc", level=0)["result"]["value"]

    def test_the_program_stands_where_it_was(self):
        before = self.stands_at()
        told = self.evaluate(self.CRASH, "repl", level=0)["error"]["message"]
        self.assertRegex(told, r"^The function that was called got (a signal|SIGSEGV), and the call was undone: ")
        self.assertEqual(self.stands_at(), before)

    def test_a_new_value_that_crashes(self):
        told = self.session.ask("native-assign", thread=1, level=0, expression="number", value=self.CRASH)
        self.assertIn("the call was undone", told["error"]["message"])
        self.assertEqual(self.evaluate("number", level=0)["result"]["value"], "3")

    def test_who_wants_it_to_stay_there_says_so(self):
        self.session.console("set unwindonsignal off")
        self.addCleanup(self.session.console, "set unwindonsignal on")
        before = self.stands_at()
        self.assertNotIn("undone", self.evaluate(self.CRASH, "repl", level=0)["error"]["message"])
        self.assertNotEqual(self.stands_at(), before)


class Impossible(Stopped):
    """Where GDB cannot come back from a call, it makes none: the function would have run all the same."""

    program = "memory.c"
    place = "mixed"

    def test_nothing_has_run(self):
        if "error" not in self.evaluate("stop(1)", "repl", level=0):
            self.skipTest("this GDB calls functions on this processor")
        since = len(self.session.log)
        for ask in (dict(operation="native-evaluate", level=0, expression="(int)raise(6)", context="repl"),
                    dict(operation="native-assign", level=0, expression="number", value="(int)raise(6)")):
            told = self.session.ask(thread=1, **ask)["error"]["message"]
            self.assertIn("GDB could not call a function in the program", told)
        self.assertEqual([line for line in self.session.log[since:] if line.startswith(("*running", "*stopped"))], [])


if __name__ == "__main__":
    unittest.main()
