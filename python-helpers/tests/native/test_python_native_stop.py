"""Python breakpoints that are set while the program stands in C code."""

import programs
from python_session import PythonCase


class AtNativeStop(PythonCase):
    PROGRAM = "calling.py"

    def test_it_is_reached_after_the_stop(self):
        library = programs.library("called.c")
        self.launch(library)
        source, line = programs.source("called.c"), programs.line("called.c", "twice")
        self.session.result("set-breakpoints", path=source, breakpoints=[{"line": line}])
        self.assertIn("twice", self.session.resume("-exec-run"))
        answer = self.place(("behind", {}))
        self.assertIn("main thread has to run first", answer["waits"])
        stop = self.resume()
        self.assertEqual(("python", "<module>", programs.line(self.PROGRAM, "behind")), self.top(stop))
        self.assertIn("twice", self.session.resume())
        self.assertEqual({"stop": None, "resume": False}, self.carried_out("python-stop"))
        self.assertIsNotNone(self.resume())
        self.assertIsNone(self.resume())
