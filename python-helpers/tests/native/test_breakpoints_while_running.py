"""Breakpoints that come and go while the program runs, and the interrupt that a GDB may need for that."""

import os
import shutil
import subprocess
import unittest

import programs
from breakpoint_case import Session
from mi_session import MiSession

WRITES_WHILE_RUNNING = (11, 1)  # the first GDB that changes breakpoints without a pause


class WhileRunning(Session):
    def setUp(self):
        self.session = self.start(programs.build("spin.c"))
        self.session.send("-exec-run")
        self.session.wait(lambda text: "libc.so" in text, 0)
        self.session.quiet(0.1)

    def tick(self, **more):
        request = dict(line=programs.line("spin.c", "tick"), **more)
        path = programs.source("spin.c")
        return self.session.result("set-breakpoints", path=path, breakpoints=[request])["breakpoints"]

    def test_breakpoints_come_and_go_without_a_pause(self):
        if self.session.version < WRITES_WHILE_RUNNING:
            self.skipTest("this GDB cannot")
        since = len(self.session.log)
        (refused,) = self.tick(condition="no_such")
        self.assertFalse(refused["verified"])
        (row,) = self.tick(condition="ticks == 0")
        self.assertTrue(row["verified"])
        self.session.quiet(0.2)
        self.assertFalse([text for text in self.session.log[since:] if text.startswith("*stopped")])
        (row,) = self.tick()
        self.assertIn('bkptno="%s"' % row["number"], self.session.stopped(since))

    def test_a_gdb_that_needs_the_pause_says_so(self):
        if self.session.version >= WRITES_WHILE_RUNNING:
            self.skipTest("this GDB needs none")
        error = self.session.ask("set-breakpoints", path=programs.source("spin.c"), breakpoints=[])["error"]
        self.assertEqual(error["kind"], "user")
        self.assertIn("cannot change breakpoints while the program runs: pause it first", error["message"])
        self.session.result("interrupt")
        self.session.stopped(0)
        (row,) = self.tick()
        self.assertTrue(row["verified"])
        self.assertIn('bkptno="%s"' % row["number"], self.session.resume())

    def test_the_interrupt_needs_no_sigint(self):
        since = len(self.session.log)
        self.assertEqual(self.session.result("interrupt"), {"sent": True})
        self.assertIn('signal-name="SIGSTOP"', self.session.stopped(since))
        since = len(self.session.log)
        self.assertEqual(self.session.result("interrupt"), {"sent": False})
        self.session.send("-exec-continue")
        self.session.quiet(0.2)
        self.assertFalse([text for text in self.session.log[since:] if text.startswith("*stopped")])

    def interrupt_failing_with(self, error):
        """The interrupt's reply where kill() fails."""
        self.session.console("python import os; kill = os.kill; fails = lambda *given: (_ for _ in ()).throw(%s)" % error)
        self.session.console("python os.kill = fails")
        try:
            return self.session.ask("interrupt")
        finally:
            self.session.console("python os.kill = kill")

    def test_the_interrupt_of_a_program_that_has_just_ended(self):
        reply = self.interrupt_failing_with("ProcessLookupError(3, 'No such process')")
        self.assertEqual(reply, {"result": {"sent": False}})

    def test_the_interrupt_of_another_users_program(self):
        error = self.interrupt_failing_with("PermissionError(1, 'Operation not permitted')")["error"]
        self.assertEqual(error["kind"], "user")
        self.assertEqual(error["message"], "The program cannot be paused: Operation not permitted.")

    def test_the_program_does_not_see_the_interrupt(self):
        since = len(self.session.log)
        self.session.result("interrupt")
        self.session.stopped(since)
        pid = self.session.result("probe")["pid"]
        self.session.send("-target-detach")
        with open("/proc/%d/stat" % pid) as stat:
            self.assertNotEqual(stat.read().split(")")[1].split()[0], "T")
        os.kill(pid, 9)


@unittest.skipUnless(shutil.which("gdbserver"), "there is no gdbserver")
class Remote(unittest.TestCase):
    def test_a_process_of_another_machine_is_not_signalled_by_its_number_here(self):
        server = subprocess.Popen(
            ["gdbserver", "--once", "localhost:0", shutil.which("sleep"), "60"], stderr=subprocess.PIPE
        )
        session = MiSession()
        for cleanup in (server.stderr.close, server.wait, server.kill, session.close):
            self.addCleanup(cleanup)
        port = next(text for text in server.stderr if b"Listening on port" in text).split()[-1]
        session.send("-target-select remote localhost:" + port.decode())
        session.console("python import os; os.kill = None")
        session.send("-exec-continue")
        since = len(session.log)
        self.assertEqual(session.result("interrupt"), {"sent": True})
        self.assertIn('signal-name="SIGINT"', session.stopped(since))
        self.assertEqual(session.result("interrupt"), {"sent": False})


if __name__ == "__main__":
    unittest.main()
