"""Code of the user's that does not end."""

import programs
from python_session import PythonCase


class Endless(PythonCase):
    PROGRAM = "calling.py"

    def test_it_is_interrupted_and_the_program_goes_on(self):
        self.launch(programs.library("called.c"), "with")
        self.place(("behind", {}))
        stop = self.resume("-exec-run")
        frame = self.session.result("stack", thread=stop["thread"], count=1)["frames"][0]["frame"]
        with self.assertRaisesRegex(AssertionError, "was interrupted, as it took longer than 0.5 seconds"):
            self.carried_out("python-evaluate", thread=stop["thread"], frame=frame, expression="while True: pass", seconds=0.5)
        self.assertEqual(("python", "<module>", programs.line(self.PROGRAM, "behind")), self.top(stop))
        self.place()
        self.assertIsNone(self.resume())
        self.assertIn("exited-normally", self.session.log[-1])
