"""What each thread is called, and how it stands to the GIL."""

import contextlib
import os
import struct
import unittest

import gdb

import debuggee
from debuggee import Debugged, Dumped, ask
from twinstack import console, selection, session

console.open()
IS_FREE_THREADED = debuggee.free_threaded()
NAMES = {"MainThread", "spinning", "locked out", "blocked"}  # of the threads of gil.py
FREE_THREADED = {"holds": "attached", "waits": "attached", "released": "detached", None: None}
GIL_OF_ITS_OWN = "only CPython 3.12 and later have interpreters with a GIL of their own"


def told(gil):
    """What is said in this build of a thread that stands like this to the GIL, if there is one."""
    return FREE_THREADED[gil] if IS_FREE_THREADED else gil


def standings(result):
    """{name of the thread: gil}"""
    return {row["name"]: row.get("gil") for row in result["threads"]}


def by_lwp(result, key):
    return {row["lwp"]: row.get(key) for row in result["threads"]}


@contextlib.contextmanager
def written(address, data):
    """Other memory at an address for a while."""
    inferior = gdb.selected_inferior()
    before = bytes(inferior.read_memory(address, len(data)))
    inferior.write_memory(address, data)
    session.changed()
    try:
        yield
    finally:
        inferior.write_memory(address, before)
        session.changed()


class Gil(Debugged):
    PROGRAM = "gil.py"
    WORD = staticmethod(told)

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
        self.check(expected)
        gdb.execute("continue", to_string=True)
        expected.update({"MainThread": "released", "holding": "holds"})
        self.check(expected)

    @unittest.skipIf(IS_FREE_THREADED, "threads say of themselves that they are attached")
    def test_a_thread_that_waits_does_not_hold_the_gil_whatever_was_written_last(self):
        threads = {t.ptid[1]: t for t in gdb.selected_inferior().threads()}
        rows = {row["name"]: threads[row["lwp"]] for row in self.result("threads")["threads"]}
        python = session.python()
        with selection.thread_and_frame_kept():
            state = python.thread_states_of(rows["spinning"])[0]
        gil = python.gils.used_by(state)
        at = gil + python.layout.offset("_gil_runtime_state", "last_holder")
        with written(at, struct.pack("<Q", state)):
            self.assertEqual("waits", standings(self.result("threads"))["spinning"])

    def test_a_thread_whose_state_cannot_be_read_is_not_said_to_have_none(self):
        python = session.python()
        newest, *_ = python.thread_states()
        at = newest + python.layout.offset("PyThreadState", "next")
        with written(at, struct.pack("<Q", 0x1234)):
            told, shown = standings(self.result("threads")), gdb.execute("py-threads", to_string=True)
            exceptions = [
                self.result("stack", thread=thread.global_num)["exceptions"]
                for thread in gdb.selected_inferior().threads()
            ]
        unknown = [name for name, gil in told.items() if gil and gil.startswith("GIL unknown: memory")]
        self.assertEqual(len(told) - 1, len(unknown), told)
        self.assertIn("GIL unknown: memory cannot be read at 0x", shown)
        self.assertNotIn("no Python", shown)
        self.assertEqual(len(told) - 1, sum(exceptions))

    def check(self, expected):
        words = {name: self.WORD(gil) for name, gil in expected.items()}
        self.assertEqual(words, standings(self.result("threads")))


class DumpedByGdb(Dumped):
    """The first stop of gil.py as a core file."""

    PROGRAM = "gil.py"

    def test_each_thread_stands_as_it_stood(self):
        dumped = self.result("threads")
        self.assertEqual(told("holds"), standings(dumped)["MainThread"])
        self.assertEqual(by_lwp(self.alive, "gil"), by_lwp(dumped, "gil"))
        self.assertEqual(NAMES, NAMES & set(standings(dumped)))


@unittest.skipUnless(debuggee.kernel_dumps(), "the kernel writes no core files here")
class DumpedByTheKernel(DumpedByGdb):
    DUMP = staticmethod(debuggee.dumped_by_kernel)


@unittest.skipUnless(IS_FREE_THREADED, "this Python always has its GIL")
class GilOfAFreeThreadedBuild(Gil):
    WORD = staticmethod(lambda gil: gil)

    @classmethod
    def setUpClass(cls):
        gdb.execute("set environment PYTHON_GIL 1")
        super().setUpClass()

    @classmethod
    def tearDownClass(cls):
        super().tearDownClass()
        gdb.execute("unset environment PYTHON_GIL")


class OneInterpreter(Debugged):
    PROGRAM = "nested.py"

    def test_the_main_thread_has_its_name_before_threading_is_imported(self):
        rows = self.result("threads")["threads"]
        self.assertEqual(["MainThread"], [row["name"] for row in rows])

    def test_a_sub_interpreter_that_shares_the_gil(self):
        row = self.result("threads")["threads"][0]
        self.assertEqual((told("holds"), 1), (row["gil"], row["interpreter"]))


@unittest.skipIf(debuggee.version() < (3, 12), GIL_OF_ITS_OWN)
class OwnGil(Debugged):
    PROGRAM = "own_gil.py"

    def test_each_interpreter_has_its_holder(self):
        rows = {row["name"]: row for row in self.result("threads")["threads"]}
        self.assertNotIn("interpreter", rows["MainThread"])
        self.assertEqual({1, 2}, {rows[name]["interpreter"] for name in ("spinning", "sleeping")})
        words = {name: row["gil"] for name, row in rows.items()}
        self.assertEqual(
            {
                "MainThread": told("holds"),
                "spinning": told("holds"),
                "sleeping": told("released"),
            },
            words,
        )


@unittest.skipUnless(debuggee.python()["library"], "this Python has no library to embed")
class Ended(unittest.TestCase):
    """A C program in which Python has not started, runs, has ended, and runs again."""

    def tearDown(self):
        debuggee.end()

    def test_it_says_so(self):
        debuggee.run(debuggee.embedding())
        said = []
        for _ in range(4):
            reply = ask("threads")["result"]
            said.append((reply["reason"], reply["threads"][0].get("gil")))
            stack = ask("stack", thread=gdb.selected_thread().global_num)["result"]
            self.assertEqual({"native"}, {frame["kind"] for frame in stack["frames"]})
            gdb.execute("continue", to_string=True)
        self.assertEqual(
            [
                ("CPython has not finished starting.", None),
                (None, told("holds")),
                ("CPython has ended (Py_Finalize).", None),
                (None, told("holds")),
            ],
            said,
        )
