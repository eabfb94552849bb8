"""A program that traces itself: before CPython 3.12 that takes the lines away, until it ends that."""

import unittest

from python_session import VERSION, PythonCase


class Traced(PythonCase):
    PROGRAM = "traced.py"

    @unittest.skipIf(VERSION >= (3, 12), "sys.monitoring has room for several")
    def test_the_user_is_told(self):
        self.launch()
        self.place(("turned", {}))
        self.assertEqual("breakpoint", self.resume("-exec-run")["reason"])
        self.assertEqual("breakpoint", self.resume()["reason"])
        said = [line for line in self.session.log if line.startswith('&"twinstack: ')]
        self.assertRegex(said[-1], "Thread 2 .* do not stop that thread")
        self.assertTrue(self.events("python-breakpoint")[-1]["verified"])
        stop = self.resume()
        lost, row = self.events("python-breakpoint")[-2:]
        self.assertEqual((False, True), (lost["verified"], row["verified"]))
        self.assertIn("trace function of its own", lost["message"])
        self.assertEqual("4", self.value_of_n(stop))
        self.assertEqual("5", self.value_of_n(self.resume()))
        self.assertIsNone(self.resume())

    def value_of_n(self, stop):
        frame = self.session.result("stack", thread=stop["thread"], count=1)["frames"][0]["frame"]
        return self.session.result("evaluate", thread=stop["thread"], frame=frame, expression="n")["value"]

    @unittest.skipIf(VERSION >= (3, 12), "sys.monitoring has room for several")
    def test_the_user_is_told_who_has_filters_alone(self):
        self.launch()
        wanted = [{"filter": "uncaught", "condition": "OSError"}, {"filter": "raised", "condition": "not a name"}]
        placed, refused = self.carried_out("set-python-exceptions", filters=wanted)["breakpoints"]
        self.assertEqual((False, "No Python has started in the program yet."), (placed["verified"], placed["message"]))
        self.assertIsNone(refused["number"])
        self.assertIsNone(self.resume("-exec-run"))
        rows = self.events("python-breakpoint")
        self.assertEqual({placed["number"]}, {row["number"] for row in rows})
        self.assertEqual([True, False, True], [row["verified"] for row in rows])
        self.assertIn("trace function of its own", rows[1]["message"])
        said = [line for line in self.session.log if line.startswith('&"twinstack: ')]
        self.assertRegex(said[-1], "The program has set a trace function of its own .* exceptions of Python do not stop it")
