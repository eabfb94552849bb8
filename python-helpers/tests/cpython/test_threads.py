"""What each thread is called, and how it stands to the GIL."""

import os
import unittest

import gdb

import debuggee
from debuggee import Debugged, ask

STOPS = int(os.environ.get("TWINSTACK_STOPS", "60"))
GIL_OF_ITS_OWN = "only CPython 3.12 and later have interpreters with a GIL of their own"


class Gil(Debugged):
    PROGRAM = "gil.py"

    def standings(self):
        """{name of the thread: gil}"""
        rows = self.result("threads")["threads"]
        return {row["name"]: row.get("gil") for row in rows}

    def test_how_each_thread_stands_to_the_gil(self):
        process = os.path.basename(debuggee.python()["executable"])[:15]
        expected = {
            "MainThread": "holds",
            "spinning": "waits",
            "locked out": "released",
            "blocked": "released",
            process: "released",  # made by C, which has not named it
            "native": None,
        }
        self.assertEqual(expected, self.standings())
        gdb.execute("continue", to_string=True)
        expected.update({"MainThread": "released", "holding": "holds"})
        self.assertEqual(expected, self.standings())


class OneInterpreter(Debugged):
    PROGRAM = "nested.py"

    def test_the_main_thread_has_its_name_before_threading_is_imported(self):
        rows = self.result("threads")["threads"]
        self.assertEqual(["MainThread"], [row["name"] for row in rows])

    def test_a_sub_interpreter_that_shares_the_gil(self):
        row = self.result("threads")["threads"][0]
        self.assertEqual(("holds", 1), (row["gil"], row["interpreter"]))


@unittest.skipIf(debuggee.version() < (3, 12), GIL_OF_ITS_OWN)
class OwnGil(Debugged):
    PROGRAM = "own_gil.py"

    def test_each_interpreter_has_its_holder(self):
        rows = {row["name"]: row for row in self.result("threads")["threads"]}
        told = {name: (row["gil"], row.get("interpreter")) for name, row in rows.items()}
        self.assertEqual(("holds", None), told["MainThread"])
        self.assertEqual("holds", told["spinning"][0])
        self.assertGreater(told["spinning"][1], 0)
        self.assertEqual("released", told["sleeping"][0])


@unittest.skipUnless(debuggee.python()["library"], "this Python has no library to embed")
class Ended(unittest.TestCase):
    """A C program in which Python has not started, runs, has ended, and runs again."""

    def tearDown(self):
        debuggee.end()

    def test_it_says_so(self):
        debuggee.run(debuggee.embedding())
        told = []
        for _ in range(4):
            reply = ask("threads")["result"]
            told.append((reply["reason"], reply["threads"][0].get("gil")))
            stack = ask("stack", thread=gdb.selected_thread().global_num)["result"]
            self.assertEqual({"native"}, {frame["kind"] for frame in stack["frames"]})
            gdb.execute("continue", to_string=True)
        self.assertEqual(
            [
                ("CPython has not finished starting.", None),
                (None, "holds"),
                ("CPython has ended (Py_Finalize).", None),
                (None, "holds"),
            ],
            told,
        )
