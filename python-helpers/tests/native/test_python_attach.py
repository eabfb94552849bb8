"""Python breakpoints in a process that is attached to, that runs, and that stands in C code."""

import signal
import unittest

import programs
from mi_session import MiSession
from python_session import VERSION, PythonCase

ONE = ("turned", {"condition": "n % 50 == 0"})


class Attached(PythonCase):
    PROGRAM = "turning.py"

    def assert_stops(self, mark="turned"):
        stop = self.resume()
        self.assertEqual("breakpoint", stop["reason"])
        self.assertEqual(("python", "turned", programs.line(self.PROGRAM, mark)), self.top(stop))
        return stop

    def test_while_the_main_thread_runs(self):
        self.attach("busy")
        self.assertIsNotNone(self.place(ONE)["waits"])
        stop = self.assert_stops()
        self.assertTrue(self.events("python-breakpoint")[0]["verified"])
        self.assertEqual([self.events("python-breakpoint")[0]["number"]], stop["breakpoints"])

    @unittest.skipIf(VERSION < (3, 9), "CPython 3.8 has no way to trace a thread that is there already")
    def test_while_the_main_thread_is_blocked(self):
        self.attach("blocked")
        answer = self.place(ONE)
        self.assertEqual((None, True), (answer["waits"], answer["breakpoints"][0]["verified"]))
        self.assertEqual(2, self.assert_stops()["thread"])
        self.assert_stops()

    def test_it_is_set_and_removed_while_the_program_runs(self):
        self.attach("busy")
        self.place(ONE)
        self.assert_stops()
        self.place()
        self.session.send("-exec-continue")
        self.assertEqual([], self.session.quiet(0.3)[2:])
        self.assertTrue(self.place(ONE)["interrupt"])
        since = len(self.session.log)
        self.session.send("-exec-interrupt --all")
        self.session.stopped(since)
        self.assertEqual({"stop": None, "resume": False}, self.carried_out("python-stop"))
        self.assert_stops()


class Left(PythonCase):
    PROGRAM = "left_alone.py"

    def test_nothing_is_left_in_the_program_when_gdb_has_gone(self):
        for is_at_breakpoint in (True, False):
            with self.subTest(is_at_breakpoint=is_at_breakpoint):
                self.attach()
                self.place(("turned", {}))
                self.resume()
                if not is_at_breakpoint:
                    self.pause()
                self.assertEqual({}, self.carried_out("leave-python"))
                self.session.send("-target-detach")
                self.program.send_signal(signal.SIGUSR1)
                self.assertEqual("None None None []\n", self.program.stdout.readline())
                self.assertEqual(0, self.program.wait(10))

    def test_it_comes_again_to_a_program_that_it_has_left(self):
        self.attach()
        for _ in range(2):
            self.place(("turned", {"condition": "n % 1000 == 0"}))
            for _ in range(3):
                self.assertEqual("breakpoint", self.resume()["reason"])
            self.assertEqual({}, self.carried_out("leave-python"))
            self.session.send("-target-detach")
            self.session.close()
            self.session = MiSession()
            self.addCleanup(self.session.close)
            self.session.send("-target-attach %d" % self.program.pid)
        self.session.send("-target-detach")
        self.program.send_signal(signal.SIGUSR1)
        self.assertEqual("None None None []\n", self.program.stdout.readline())

    def pause(self):
        """Somewhere in the program."""
        self.place()
        self.session.send("-exec-continue")
        since = len(self.session.log)
        self.session.send("-exec-interrupt --all")
        self.session.stopped(since)
        self.carried_out("python-stop")
