"""Names are found where there are more of them than are listed."""

import gdb

from debuggee import Debugged
from twinstack import console

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
        self.assertIn("\n… = ", gdb.execute("py-locals", to_string=True))

    def test_1_in_a_namespace_that_is_a_dict(self):
        self.check("'local'")

    def test_2_among_the_variables_of_a_function(self):
        gdb.execute("continue", to_string=True)
        self.check("'in a cell'")
