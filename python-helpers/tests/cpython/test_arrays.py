"""NumPy's arrays and scalars, read by NumPy's public ABI."""

import os
import subprocess
import unittest

from debuggee import Telling, python, scratch


def has_numpy():
    return not subprocess.call([python()["executable"], "-c", "import numpy"], stderr=subprocess.DEVNULL)


@unittest.skipUnless(has_numpy(), "this Python has no NumPy (Debian: python3-numpy)")
class Arrays(Telling):
    PROGRAM = "arrays.py"
    ARGUMENTS = (os.path.join(scratch(), "scalars.json"),)

    def setUp(self):
        self.found = self.locals("look")

    def values(self, variable, **page):
        return [child["value"] for child in self.children(variable, filter="indexed", **page)]

    def test_numbers_lead_no_further_than_the_dimensions(self):
        where = {"thread": self.thread(), "frame": self.python_frame("look")}
        for expression in ("mixed[0, 1]", "records[0, 'real']"):
            found = self.error("evaluate", expression=expression, **where)
            self.assertIn("in each dimension, of which it has 1; there is no [0, ", found["message"])

    def test_arrays_tell_shape_dtype_and_elements(self):
        for name, expected in (
            ("plain", "shape=(3, 4) dtype=int16: [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]]"),
            ("strided", "shape=(3, 2) dtype=int16: [[8, 10], [4, 6], [0, 2]]"),
            ("backwards", "shape=(2,) dtype=float64: [1.5, -2.0]"),
            ("single", "shape=() dtype=float64: 7.25"),
            ("nothing", "shape=(0, 3) dtype=float64: []"),
            ("letters", "shape=(2,) dtype=U2: ['añ', 'b']"),
            ("raw", "shape=(2,) dtype=S2: [b'x', b'yz']"),
            ("mixed", "shape=(2,) dtype=object: [[1, 2], 'x']"),
            ("inside", "shape=(2,) dtype=object: [..., 'a']"),
            ("object_alone", "shape=() dtype=object: {'a': 1}"),
            ("fields", "shape=(1,) dtype=[('name', 'object'), ('count', 'int32')]: [('x', 1)]"),
            ("records", "shape=(2,) dtype=[('count', 'int32'), ('real', 'float64')]: [(1, 2.5), (3, 4.5)]"),
            ("truth", "shape=(2,) dtype=bool: [True, False]"),
            ("imaginary", "shape=(1,) dtype=complex64: [(1+2j)]"),
            ("moment", "shape=(2,) dtype=datetime64[D]: ['2020-01-01', 'NaT']"),
            ("backwards_moment", "shape=(1,) dtype=datetime64[25s]: ['1970-01-01T00:41:15']"),
            ("durations", "shape=(2,) dtype=timedelta64[h]: [5, 'NaT']"),
        ):
            with self.subTest(name):
                self.assertEqual("<numpy.ndarray %s>" % expected, self.found[name]["value"])

    def test_what_is_masked_is_not_shown(self):
        self.assertTrue(self.found["masked"]["value"].endswith(": [[1, --], [3, 4]]>"), self.found["masked"])

    def test_elements_come_in_pages(self):
        self.assertEqual(1000000, self.found["big"]["indexed"])
        self.assertEqual(["999998", "999999"], self.values(self.found["big"], start=999998, count=5))

    def test_rows_open_into_their_elements(self):
        row = self.children(self.found["strided"], filter="indexed")[0]
        cells = self.result("value-children", handle=row["handle"])["variables"]
        self.assertEqual(["8", "10"], [cell["value"] for cell in cells])
        field = self.children(self.found["records"], filter="indexed")[1]
        parts = self.result("value-children", handle=field["handle"])["variables"]
        self.assertEqual([("count", "3"), ("real", "4.5")], [(p["name"], p["value"]) for p in parts])

    def evaluated(self, expression):
        where = {"thread": self.thread(), "frame": self.python_frame("look")}
        return self.result("evaluate", expression=expression, **where)["value"]

    def test_paths_lead_to_elements(self):
        for expression, expected in (
            ("plain[0]", "[0, 1, 2, 3]"),
            ("plain[0, 1]", "1"),
            ("plain[-1, -1]", "11"),
            ("mixed[0][1]", "2"),
            ("plain[-1][2]", "10"),
            ("strided[1, 1]", "6"),
            ("backwards[-1]", "-2.0"),
            ("single[()]", "7.25"),
            ("mixed[0][1]", "2"),
            ("mixed[0]", "[1, 2]"),
            ("records[1]['real']", "4.5"),
            ("records.dtype", "dtype([('count', 'int32'), ('real', 'float64')])"),
            ("big[-1]", "999999"),
            ("plain[1:]", "<numpy.ndarray shape=(2, 4) dtype=int16: [[4, 5, 6, 7], [8, 9, 10, 11]]>"),
        ):
            with self.subTest(expression):
                self.assertEqual(expected, self.evaluated(expression))

    def test_rows_tell_what_reaches_them(self):
        for name in ("plain", "strided", "single", "records", "mixed", "letters"):
            for child in self.children(self.found[name]):
                if "access" in child:
                    with self.subTest(name + child["access"]):
                        self.assertEqual(child["value"], self.evaluated(name + child["access"]))
        row = self.children(self.found["plain"], filter="indexed")[2]
        cell = self.result("value-children", handle=row["handle"], start=1, count=1)["variables"][0]
        self.assertEqual("9", self.evaluated("plain" + row["access"] + cell["access"]))

    def test_objects_in_an_array_are_objects(self):
        first = self.children(self.found["mixed"], filter="indexed")[0]
        self.assertEqual("[1, 2]", first["value"])
        self.assertIn("object", first)

    def test_scalars_are_what_repr_gives(self):
        found = self.values(self.found["alone"], count=1000)
        self.assertEqual(len(self.truth), len(found))
        for expected, value in zip(self.truth, found):
            with self.subTest(expected):
                self.assertEqual(expected, value)

    def test_a_dtype_is_shown_by_its_name(self):
        self.assertEqual("dtype('float32')", self.found["kind"]["value"])
