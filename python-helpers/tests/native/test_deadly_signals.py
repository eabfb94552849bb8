"""What a signal will do to a program."""

import os
import signal
import subprocess
import unittest

import programs
from breakpoint_case import Session
from mi_session import MiSession


class DeadlySignals(Session):
    def test_a_thread_whose_name_ends_within_a_letter(self):
        session = self.start(programs.build("spin.c", output="fourteen-bytes\u00e9"))  # the kernel calls it by 15
        session.send("-break-insert tick")
        session.resume("-exec-run")
        self.assertEqual({"dies": True}, session.result("dies-of", name="TERM"))
        self.assertEqual({"dies": False}, session.result("dies-of", name="INT"))  # blocked


class Dispositions(unittest.TestCase):
    """One GDB, which is asked about processes of which it has none itself."""

    @classmethod
    def setUpClass(cls):
        cls.session = MiSession()
        cls.addClassCleanup(cls.session.close)
        cls.session.console("python from twinstack.execution.deadly_signals import is_deadly")

    def is_deadly(self, process):
        since = len(self.session.log)
        self.session.console("python print('deadly', is_deadly(%d, %d))" % (process.pid, signal.SIGTERM))
        return next(line for line in self.session.log[since:] if line.startswith('~"deadly ')) == '~"deadly True\\n"'

    def met(self, how):
        """Whether the program says, once it has set how it meets SIGTERM, that it dies of it; and whether it does."""
        process = subprocess.Popen([programs.build("takes.c", "-pthread"), how], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.addCleanup(process.stdin.close)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.kill)
        self.assertEqual(b"set\n", process.stdout.readline())
        said = self.is_deadly(process)
        process.terminate()
        if not said:
            process.stdin.write(b"more")
            process.stdin.close()
        self.assertEqual(-signal.SIGTERM if said else 0, process.wait(20))
        return said

    def test_a_program_that_does_not_meet_it(self):
        self.assertTrue(self.met("by default"))

    def test_one_that_blocks_ignores_or_handles_it(self):
        for how in ("blocked", "ignored", "handled"):
            with self.subTest(how=how):
                self.assertFalse(self.met(how))

    def test_one_that_does_so_with_others(self):
        self.assertTrue(self.met("neighbours"))

    def test_one_of_whose_threads_one_takes_it(self):
        self.assertTrue(self.met("blocked by one thread"))

    def test_a_thread_that_has_ended_takes_nothing(self):
        self.assertFalse(self.met("blocked by the thread that is left"))

    def test_one_that_is_dead(self):
        process = subprocess.Popen([programs.build("takes.c", "-pthread"), "blocked"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
        self.addCleanup(process.stdout.close)
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        self.assertTrue(self.is_deadly(process))
        process.wait()
        self.assertTrue(self.is_deadly(process))


if __name__ == "__main__":
    unittest.main()
