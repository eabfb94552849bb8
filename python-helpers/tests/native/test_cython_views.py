"""Typed memoryviews of Cython's, as their author knows them."""

from cython_case import CythonCase
from test_extensions import HAS_CYTHON

EXPORTERS = "import array; row = memoryview(array.array('i', range(5000)))[::-2]; table = memoryview(array.array('d', range(6))).cast('b').cast('d', (2, 3))"
OBJECTS = "import ctypes; things = (ctypes.py_object * 2)('a', 2)"


@HAS_CYTHON
class Views(CythonCase):
    SOURCE = "views.pyx"

    def setUp(self):
        self.run_to("view", "; ".join([EXPORTERS, OBJECTS, "views.view(row, table, things)"]))

    def rows(self, row, **page):
        return self.session.result("value-children", handle=row["handle"], **page)["variables"]

    def values(self, row, **page):
        return [each["value"] for each in self.rows(row, **page)]

    def test_they_open_into_their_elements(self):
        found = self.locals()
        self.assertEqual("int[:] of length 2500 = {4999, 4997, 4995", found["row"]["value"][:41])
        self.assertEqual(["3", "1"], self.values(found["row"], start=2498, count=9))
        self.assertEqual("double[:, :] of length 2, shape (2, 3) = {double[:] of length 3, double[:] of length 3}", found["table"]["value"])
        inner = self.rows(found["table"])[1]
        self.assertEqual(("double[:] of length 3 = {3, 4, 5}", ["3", "4", "5"]), (inner["value"], self.values(inner)))
        self.assertEqual(["'a'", "2"], self.values(found["things"]))
        self.assertEqual("{memview = ", found["missing"]["value"][:11])

    def test_expressions_lead_to_them(self):
        for expression, value in {
            "row[0]": "4999",
            "row[-1] + 1": "2",
            "table[1, 2]": "5",
            "table[1][0] == 3 and things[0] == 'a'": "True",
            "table.shape[1]": "3",
            "row": self.locals()["row"]["value"],
        }.items():
            self.assertEqual(value, self.evaluated(expression), expression)
        self.assertEqual("'table' has 2 items; there is no [2].", self.refused("table[2]"))

    def test_conditions_are_about_them(self):
        for condition, stops in {"table[1, 1] == 5": False, "row[1] == 4997": True}.items():
            self.run_to("view", "; ".join([EXPORTERS, OBJECTS, "views.view(row, table, things)"]), condition=condition)
            self.assertEqual(stops, "breakpoint-hit" in self.record, self.record)
