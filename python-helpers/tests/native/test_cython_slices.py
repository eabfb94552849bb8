"""Lines of a .pyx of which Cython makes many lines of C: those claim to be of the lines behind it, which the C tells."""

import os

import programs
from cython_case import CythonCase
from test_extensions import HAS_CYTHON

TABLE = "table = memoryview(bytearray(48)).cast('d', (2, 3))"
CODE = TABLE + "; slices.sliced(table)"


@HAS_CYTHON
class Slices(CythonCase):
    SOURCE = "slices.pyx"

    def lines(self):
        """The lines at which it stops, and which the stack has then."""
        found = []
        while "breakpoint-hit" in self.record:
            found.append(self.frames(1)[0]["line"])
            self.record = self.session.resume()
        return found

    def test_a_line_stops_where_it_begins(self):
        self.run_to("second", CODE)
        self.assertEqual([programs.line(self.SOURCE, "second")], self.lines())
        times = {"first": 1, "third": 1, "in-loop": 2, "behind": 2, "copied": 1, "returned": 1}
        self.run_to("first", CODE)
        self.place(*times)
        self.record = self.session.resume("-exec-run")
        found = self.lines()
        self.assertEqual({programs.line(self.SOURCE, mark): count for mark, count in times.items()}, {each: found.count(each) for each in found})

    def test_a_frame_is_in_its_line(self):
        self.run_to("first", CODE)
        line, found = programs.line(self.SOURCE, "first"), []
        for _ in range(5):
            self.session.resume("-exec-next")
            found.append(self.frames(1)[0]["line"])
        self.assertEqual([line] * 5, found)

    def test_without_the_c_that_was_compiled_lines_are_as_the_compiler_has_them(self):
        self.prepare(CODE)
        generated = os.path.join(programs.BUILT, "slices.c")
        with open(generated, encoding="utf-8") as file:
            text = file.read()
        self.addCleanup(self.write, generated, text)
        for other in text.replace("#line ", "#line 1"), "":
            self.write(generated, other)
            self.place("first")
            self.record = self.session.resume("-exec-run")
            self.assertIn("breakpoint-hit", self.record)
            self.session.resume("-exec-next")
            self.assertNotEqual(programs.line(self.SOURCE, "first"), self.frames(1)[0]["line"])

    @staticmethod
    def write(path, text):
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
