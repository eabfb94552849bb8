"""A program that traces itself: before CPython 3.12 that takes the lines away."""

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
        self.assertIsNone(self.resume())
        row = self.events("python-breakpoint")[-1]
        self.assertFalse(row["verified"])
        self.assertIn("trace function of its own", row["message"])

    @unittest.skipIf(VERSION >= (3, 12), "sys.monitoring has room for several")
    def test_the_user_is_told_who_has_filters_alone(self):
        self.launch()
        self.carried_out("set-python-exceptions", filters=[{"filter": "uncaught", "condition": "OSError"}])
        self.assertIsNone(self.resume("-exec-run"))
        said = [line for line in self.session.log if line.startswith('&"twinstack: ')]
        self.assertRegex(said[-1], "The program has set a trace function of its own .* exceptions of Python do not stop it")
