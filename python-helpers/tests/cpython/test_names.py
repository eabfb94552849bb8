"""Names are found where there are more of them than are listed."""

import gdb

from debuggee import Debugged
from twinstack import console, session

console.open()


class Names(Debugged):
    PROGRAM = "names.py"

    def check(self, value):
        frame = next(f["frame"] for f in self.frames() if f["kind"] == "python")
        where = {"thread": self.thread(), "frame": frame}
        for name, expected in (("last", value), ("n1400", "1400")):
            found = self.result("evaluate", expression=name, **where)
            self.assertEqual(expected, found["value"])
        listed = list(self.scope("locals", frame))
        self.assertEqual(("…", None), (listed[-1]["name"], listed[-1].get("access")))
        self.assertEqual(1001, len(listed))
        shown = gdb.execute("py-print last", to_string=True)
        self.assertEqual("local 'last' = %s\n" % value, shown)
        self.assertIn(" = more than 1000 names", gdb.execute("py-locals", to_string=True))
        hidden = next(each for each in self.scope("globals", frame) if each["name"] == "last")
        self.assertEqual(("'global'", None), (hidden["value"], hidden.get("access")))
        self.check_references(frame, self.result("evaluate", expression="last", **where)["object"])

    def check_references(self, frame, target):
        if "t" in session.python().flavour:
            refused = self.error("referrers", object=target)["message"]
            return self.assertIn("A free-threaded CPython keeps no lists of the objects", refused)
        found = self.result("referrers", object=target)["variables"]
        self.assertIn(("last", "frame"), [(row["name"], row["type"]) for row in found])

    def test_1_in_a_namespace_that_is_a_dict(self):
        self.check("'local'")

    def test_2_among_the_variables_of_a_function(self):
        gdb.execute("continue", to_string=True)
        self.check("'in a cell'")
