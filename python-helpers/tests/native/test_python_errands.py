"""What else comes while the program is at work for the debugger."""

import os
import tempfile

import programs
from python_session import PythonCase


class OtherThreads(PythonCase):
    """The worker runs while the main thread, which stands at a line, evaluates."""

    PROGRAM = "aside.py"

    def begun(self, what, **breakpoint):
        self.launch(programs.library("aside.c"), what)
        if breakpoint:
            source, line = programs.source("aside.c"), programs.line("aside.c", "met")
            placed = self.session.result("set-breakpoints", path=source, breakpoints=[dict(breakpoint, line=line)])
            self.number = placed["breakpoints"][0]["number"]
        self.place(("begun", {}))
        self.stop = self.resume("-exec-run")

    def evaluated(self, expression):
        frame = self.session.result("stack", thread=1, count=1)["frames"][0]["frame"]
        found = self.carried_out("python-evaluate", thread=1, frame=frame, expression=expression)
        return self.session.result("object", object=found["object"], expression="it")["value"]

    def stopped_aside(self, since):
        """The stop of the worker that came meanwhile; it stands there still."""
        found = [line for line in self.session.log[since:] if line.startswith("*stopped") and 'thread-id="2"' in line]
        self.assertEqual(1, len(found), self.session.log[since:])
        self.assertEqual({"stop": None, "resume": False}, self.carried_out("python-stop", thread=2))
        return found[0]

    def test_log_points_log(self):
        self.begun("met", logMessage="met {number}")
        self.assertEqual("3", self.evaluated("asked(3)"))
        self.assertEqual(["met 1", "met 2", "met 3"], [each["text"] for each in self.events("log")])
        self.assertIsNone(self.resume())

    def test_what_the_debuggers_own_code_asks_for_is_not_kept(self):
        """Before CPython 3.12 machine code for its trace function, which it has asked for with the GIL."""
        self.begun("turn")
        self.assertEqual("3", self.evaluated("asked(3)"))
        self.assertIsNone(self.resume())

    def test_a_breakpoint_is_kept(self):
        self.begun("met", condition="number == 2")
        since = len(self.session.log)
        self.assertEqual("2", self.evaluated("asked(2)"))
        self.assertIn('bkptno="%s"' % self.number, self.stopped_aside(since))
        frame = self.session.result("stack", thread=2, count=1)["frames"][0]
        self.assertEqual(("met", programs.line("aside.c", "met")), (frame["name"], frame["line"]))
        self.assertEqual(("python", "<module>", programs.line(self.PROGRAM, "begun")), self.top(self.stop))
        self.assertIsNone(self.resume())
        self.assertIn("exited-normally", self.session.log[-1])

    def test_a_signal_is_kept(self):
        self.begun("crash")
        since = len(self.session.log)
        self.assertEqual("1", self.evaluated("asked(1)"))
        self.assertIn('signal-name="SIGSEGV"', self.stopped_aside(since))
        if self.session.version > (10, 99):  # GDB 10 does not see a program with other threads die of it
            self.assertIn('reason="exited-signalled",signal-name="SIGSEGV"', self.session.resume())


class Late(PythonCase):
    """The main thread, which waits for the worker, is to take the GIL, which that has."""

    PROGRAM = "aside.py"

    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.file = os.path.join(directory.name, "go")
        self.attach(programs.library("aside.c"), "hold", self.file)
        self.session.console("python import twinstack.agent.calls.errands as errands; errands.LIMIT = 0.3")
        row = self.place(("begun", {}))
        self.assertFalse(row["breakpoints"][0]["verified"])
        self.assertIn("let it run on", row["waits"])

    def assert_ends_as_ever(self):
        self.assertEqual("ended 1\n", self.program.stdout.read())
        self.assertEqual(0, self.program.wait(10))

    def test_it_lands_when_it_can(self):
        with open(self.file, "w"):
            self.assertIsNone(self.resume())
        self.assert_ends_as_ever()

    def test_it_lands_without_a_debugger(self):
        self.assertEqual({}, self.carried_out("leave-python"))
        self.session.send("-target-detach")
        with open(self.file, "w"):
            self.assert_ends_as_ever()
