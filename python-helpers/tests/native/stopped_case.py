"""A program that stands in a function, whose frames tests read through the helpers' MI door."""

import unittest

import programs
from mi_session import MiSession


class Stopped(unittest.TestCase):
    """A program that stands in its function ``stop``; tests look at the frame that called it."""

    program = None
    place = "stop"

    @classmethod
    def setUpClass(cls):
        cls.session = MiSession("--args", *cls.command())
        cls.session.send("-break-insert -f " + cls.place)
        cls.session.resume("-exec-run")

    @classmethod
    def command(cls):
        return [programs.build(cls.program)]

    @classmethod
    def tearDownClass(cls):
        cls.session.close()

    def locals(self, level=1):
        rows = self.session.result("native-locals", thread=1, level=level)["variables"]
        return {row["name"]: row for row in rows}

    def children(self, row, **page):
        return self.session.result("value-children", handle=row["handle"], **page)["variables"]

    def opened(self, row):
        return {child["name"]: child for child in self.children(row)}

    def evaluate(self, expression, context="watch", level=1):
        return self.session.ask(
            "native-evaluate", thread=1, level=level, expression=expression, context=context
        )
