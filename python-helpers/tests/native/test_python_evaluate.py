"""Code of the user's that does not end, on a line of Python and in C code."""

import os
import shutil
import tempfile

import programs
from mi_session import MiSession
from python_session import PythonCase


class Endless(PythonCase):
    PROGRAM = "calling.py"

    def evaluated(self, expression, seconds=5):
        frames = self.session.result("stack", thread=1, count=20)["frames"]
        frame = next(each["frame"] for each in frames if each["kind"] == "python")
        found = self.carried_out("python-evaluate", thread=1, frame=frame, expression=expression, seconds=seconds)
        self.assertIsNone(found["refused"])
        return self.session.result("object", object=found["object"], expression="it")["value"]

    def assert_interrupted(self):
        with self.assertRaisesRegex(AssertionError, "was interrupted, as it took longer than 0.5 seconds"):
            self.evaluated("[0 for n in iter(int, 1)]", seconds=0.5)
        self.assertEqual("2", self.evaluated("1 + 1"))

    def test_on_a_line_of_python(self):
        self.launch(programs.library("called.c"), "with")
        self.place(("behind", {}))
        stop = self.resume("-exec-run")
        self.assert_interrupted()
        self.assertEqual(("python", "<module>", programs.line(self.PROGRAM, "behind")), self.top(stop))
        self.place()
        self.assertIsNone(self.resume())
        self.assertIn("exited-normally", self.session.log[-1])

    def test_it_is_interrupted_where_c_code_has_stopped(self):
        self.launch(programs.library("called.c"), "with")
        source, line = programs.source("called.c"), programs.line("called.c", "twice")
        self.session.result("set-breakpoints", path=source, breakpoints=[{"line": line}])
        self.assertIn("twice", self.session.resume("-exec-run"))
        self.assert_interrupted()
        self.assertIn("twice", self.session.send("-stack-info-frame"))
        self.session.result("set-breakpoints", path=source, breakpoints=[])
        self.assertIn("exited-normally", self.session.resume())

    def test_a_wait_in_c(self):
        self.launch(programs.library("called.c"), "with")
        self.place(("behind", {}))
        stop = self.resume("-exec-run")
        self.evaluated(r"open('/proc/self/comm', 'wb').write(b'\xc3')")  # a name that ends within a letter
        for wait in "time.sleep(60)", "os.read(os.pipe()[0], 1)", "[lock for _ in range(2) if lock.acquire()]":
            with self.assertRaisesRegex(AssertionError, "was interrupted, as it took longer than 0.2 seconds"):
                self.evaluated("import os, time, _thread; lock = _thread.allocate_lock()\n" + wait, seconds=0.2)
        self.assertEqual(("python", "<module>", programs.line(self.PROGRAM, "behind")), self.top(stop))
        self.place()
        self.assertIsNone(self.resume())
        self.assertIn("exited-normally", self.session.log[-1])

    def test_what_cannot_be_interrupted_is_told(self):
        """The program has the signal for itself, and keeps it."""
        self.launch(programs.library("called.c"), "with")
        self.place(("behind", {}))
        self.resume("-exec-run")
        self.evaluated("import signal; signal.signal(signal.SIGURG, print)")
        self.assertIn("print", self.evaluated("signal.getsignal(signal.SIGURG)"))
        path = os.path.join(tempfile.mkdtemp(), "fifo")
        self.addCleanup(shutil.rmtree, os.path.dirname(path))
        os.mkfifo(path)
        with self.assertRaisesRegex(AssertionError, "waits in C code, where it cannot be interrupted"):
            self.evaluated("open(%r)" % path, seconds=0.2)
        self.addCleanup(os.close, os.open(path, os.O_RDWR))  # it goes on
        self.place()
        self.assertIsNone(self.resume())
        self.assertIn("exited-normally", self.session.log[-1])


class Hints(PythonCase):
    PROGRAM = "calling.py"

    def test_frames_that_are_not_shown_are_not_named(self):
        """Among them those of CPython's trace functions, which have such variables."""
        python = programs.python()[0]
        self.session = MiSession("--args", python, programs.source(self.PROGRAM), programs.library("called.c"), "with")
        self.addCleanup(self.session.close)
        self.place(("behind", {}))
        stop = self.resume("-exec-run")
        frame = self.session.result("stack", thread=stop["thread"], count=1)["frames"][0]
        for name in "self", "frame", "what", "arg", "result":
            message = "There is no name '%s' in f." % name
            hint = self.session.result("hint", thread=1, level=frame["level"], expression=name, message=message, python=True)
            self.assertEqual(message, hint["text"])
