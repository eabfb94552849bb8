"""Pages far in a container of nodes: the same as its printer shows, without going through all before."""

import re
import unittest

from stopped_case import Stopped
from test_time_limits import run_in

COUNTED = """
from twinstack.native import printers
entries, own, far = [0], printers.entries_of, printers.FAR
def counted(printer):
    for entry in own(printer):
        entries[0] += 1
        yield entry
printers.entries_of = counted
"""
NAMES = ("names", "many", "numbers", "table", "listed")


class Nodes(Stopped):
    program = "nodes.cpp"

    def setUp(self):
        run_in(self.session, COUNTED)
        self.addCleanup(self.session.console, "python printers.entries_of, printers.FAR = own, far")

    def of_python(self, expression):
        since = len(self.session.log)
        self.session.console("python print('it is', %s)" % expression)
        return int(re.search(r"it is (\d+)", "".join(self.session.log[since:])).group(1))

    def page(self, name, start):
        rows = self.children(self.locals()[name], start=start, count=20)
        return [(row["name"], row["value"]) for row in rows]

    def test_they_are_what_the_printer_shows(self):
        for name in NAMES:
            for start in (1000, 1999, 3990, 3999):
                with self.subTest(name, start=start):
                    self.session.console("python printers.FAR, entries[0] = far, 0")
                    found = self.page(name, start)
                    self.assertLess(self.of_python("entries[0]"), 100)  # with the previews
                    self.session.console("python printers.FAR = 1 << 30")
                    self.assertEqual(found, self.page(name, start))
                    self.assertEqual(len(found), min(20, 4000 - start))

    def test_all_of_them_are_offered(self):
        found = self.locals()
        self.assertEqual({name: found[name]["indexed"] for name in NAMES}, dict.fromkeys(NAMES, 4000))

    def test_what_is_damaged_ends(self):
        first = "*(long *)&listed"
        self.addCleanup(self.evaluate, "%s = %s" % (first, self.evaluate(first)["result"]["value"]), "repl")
        self.evaluate(first + " = 0x1234", "repl")
        self.assertIn("<error>", [row["name"] for row in self.children(self.locals()["listed"], start=3000, count=20)])


if __name__ == "__main__":
    unittest.main()
