"""Python breakpoints that are set while the program stands in C code."""

import os

import programs
from python_session import PYTHON, PythonCase


class AtNativeStop(PythonCase):
    PROGRAM = "calling.py"

    def stopped_in_c(self, how):
        self.launch(programs.library("called.c"), how)
        source, line = programs.source("called.c"), programs.line("called.c", "twice")
        self.session.result("set-breakpoints", path=source, breakpoints=[{"line": line}])
        self.assertIn("twice", self.session.resume("-exec-run"))

    def assert_goes_on(self):
        """Python's breakpoint, the one in C again, Python's, and the end."""
        for _ in range(2):
            stop = self.resume()
            self.assertEqual(("python", "<module>", programs.line(self.PROGRAM, "behind")), self.top(stop))
            ended = self.session.resume()
            if "exited" in ended:
                break
            self.assertEqual({"stop": None, "resume": False}, self.carried_out("python-stop"))
        self.assertIn("exited-normally", ended)

    def test_code_that_holds_the_gil_can_wait_for_python(self):
        self.stopped_in_c("with")
        answer = self.place(("behind", {}))
        self.assertEqual((None, True), (answer["waits"], answer["breakpoints"][0]["verified"]))
        self.assertIn("twice", self.session.send("-stack-info-frame"))
        self.assert_goes_on()

    def test_without_the_gil_it_is_set_when_the_program_goes_on(self):
        self.stopped_in_c("without")
        answer = self.place(("behind", {}))
        self.assertIn("main thread has to run first", answer["waits"])
        self.assertFalse(answer["breakpoints"][0]["verified"])
        self.assert_goes_on()


class InFunctionsOfCPython(PythonCase):
    PROGRAM = "left_alone.py"

    def test_a_breakpoint_does_not_stop_where_the_debuggers_own_code_calls_them(self):
        self.attach()
        self.place(("turned", {}))
        self.resume()
        self.session.result("set-function-breakpoints", breakpoints=[{"name": "PyObject_Hash"}, {"name": "PyByteArray_Resize"}])
        for _ in range(3):
            self.assertEqual(("python", "turned", programs.line(self.PROGRAM, "turned")), self.top(self.resume()))


class AmidACollection(PythonCase):
    PROGRAM = "collecting.py"

    def test_no_python_code_is_run(self):
        built = programs.library("collected.c", "-I" + programs.headers(PYTHON))
        self.launch(os.path.dirname(built))
        source, line = programs.source("collected.c"), programs.line("collected.c", "traverse")
        self.session.result("set-breakpoints", path=source, breakpoints=[{"line": line}])
        self.assertIn("traverse", self.session.resume("-exec-run"))
        answer = self.place(("behind", {}))
        self.assertIn("main thread has to run first", answer["waits"])
        self.session.result("set-breakpoints", path=source, breakpoints=[])
        self.assertEqual(("python", "<module>", programs.line(self.PROGRAM, "behind")), self.top(self.resume()))
        self.assertIsNone(self.resume())


class Guarded(PythonCase):
    PROGRAM = "guarded.py"

    def assert_refused(self, function, mark, reason):
        self.launch(programs.library("guarded.c"), function)
        self.session.console("handle SIGUSR1 nostop noprint pass")
        source, line = programs.source("guarded.c"), programs.line("guarded.c", mark)
        self.session.result("set-breakpoints", path=source, breakpoints=[{"line": line}])
        self.assertIn(mark, self.session.resume("-exec-run"))
        frames = self.session.result("stack", thread=1, count=20)["frames"]
        frame = next(each["frame"] for each in frames if each["kind"] == "python")
        found = self.carried_out("python-evaluate", thread=1, frame=frame, expression="1 + 1")
        self.assertIn(reason, found["refused"])
        self.place(("behind", {}))
        self.assertEqual(("python", "<module>", programs.line(self.PROGRAM, "behind")), self.top(self.resume()))
        self.assertIsNone(self.resume())
        self.assertIn("exited-normally", self.session.log[-1])

    def test_no_python_code_is_run_in_an_allocator(self):
        self.assert_refused("allocate", "memalign", "memory is being allocated")

    def test_no_python_code_is_run_in_the_handler_of_a_signal(self):
        self.assert_refused("interrupt", "handle", "a signal's handler runs")
