"""Many breakpoints in a file: the same places as GDB's own, in a fraction of the time."""

import os
import unittest

import programs
from breakpoint_case import Session

COUNT = 500


class ManyBreakpoints(Session):
    def setUp(self):
        self.folder = os.path.join(programs.BUILT, "many")
        self.path = os.path.join(self.folder, "many.c")
        os.makedirs(self.folder, exist_ok=True)
        with open(self.path, "w") as text:
            text.write("int main(void) { volatile int x = 0;\n")
            text.writelines("x += %d;\n" % line for line in range(COUNT))
            text.write("return 0; }\n")
        self.session = self.start(programs.build("many.c", path=self.path, output="many breakpoints"))

    def set(self, lines):
        wanted = [{"line": line} for line in lines]
        return self.session.result("set-breakpoints", path=self.path, breakpoints=wanted)["breakpoints"]

    def created(self, since):
        return [text for text in self.session.log[since:] if text.startswith("=breakpoint-created")]

    def test_five_hundred_are_hit_in_their_order(self):
        since = len(self.session.log)
        rows = self.set(range(2, COUNT + 2))
        self.assertEqual([row["line"] for row in rows], list(range(2, COUNT + 2)))
        self.assertEqual([text for text in self.created(since) if "$_twinstack_line" not in text], [])
        for row in rows[:3]:
            record = self.session.resume("-exec-run" if row is rows[0] else "-exec-continue")
            self.assertIn('bkptno="%s"' % row["number"], record)
            self.assertIn('line="%d"' % row["line"], record)
        again = self.set(range(2, COUNT + 1))
        self.assertEqual([row["number"] for row in again], [row["number"] for row in rows[:-1]])


class SamePlaces(Session):
    """Every line of a program, by its line table and by GDB."""

    def places(self, name, many):
        session = self.start(programs.build(name), "none")
        with open(programs.source(name)) as text:
            count = len(text.readlines())
        step = count if many else 8
        rows = []
        for first in range(1, count + 1, step):
            wanted = [{"line": line} for line in range(first, min(first + step, count + 1))]
            path = programs.source(name)
            rows += session.result("set-breakpoints", path=path, breakpoints=wanted)["breakpoints"]
        return [(row["verified"], row["line"], row.get("address")) for row in rows]

    def test_c(self):
        for name in ("watched.c", "values.c", "spin.c", "host.c"):
            self.assertEqual(self.places(name, True), self.places(name, False))

    def test_cpp(self):
        for name in ("thrown.cpp", "inheritance.cpp"):
            self.assertEqual(self.places(name, True), self.places(name, False))


if __name__ == "__main__":
    unittest.main()
