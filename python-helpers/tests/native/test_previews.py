"""What stands in a value with a pretty-printer is seen in one line, without opening it."""

import time
import unittest

from stopped_case import Stopped
from test_time_limits import run_in

PRINTER = """
    import time

    class Slow:
        def __init__(self, value): self.value = value
        def to_string(self): return "point"
        def children(self):
            end = time.monotonic() + %s
            while time.monotonic() < end: pass
            yield "x", self.value["x"]

    gdb.pretty_printers.insert(0, lambda value: Slow(value) if value.type.name == "Point" else None)
"""


class Previews(Stopped):
    program = "previews.cpp"

    def test_values_of_the_standard_library(self):
        found = self.locals()
        for name, value in (
            ("pair", '{first = 1, second = "p"}'),
            ("five", "std::optional = 5"),
            ("none", "std::optional [no contained value]"),
            ("both", "std::tuple containing = {1, 99 'c'}"),
            ("three", "std::vector of length 3, capacity 3 = {1, 2, 3}"),
            ("empty", "std::vector of length 0, capacity 0"),
            ("flags", "std::vector<bool> of length 2, capacity 64 = {true, false}"),
            ("points", "std::vector of length 1, capacity 1 = {{x = 1, y = 2}}"),
            ("ages", 'std::map with 2 elements = {["ann"] = 30, ["bob"] = 40}'),
            ("numbers", "std::set with 2 elements = {1, 3}"),
        ):
            with self.subTest(name):
                self.assertEqual(found[name]["value"].replace("optional<int>", "optional"), value)  # as of GCC 13
        self.assertRegex(found["either"]["value"], r'^std::variant(<.*>)? \[index 1\] = "text"$')
        self.assertRegex(found["owner"]["value"], r"^std::unique_ptr(<int>)? = 0x[0-9a-f]+$")

    def test_a_long_one_is_bounded(self):
        found = self.locals()
        self.assertRegex(found["many"]["value"], r"= \{7, 7, (7, )+…\}$")
        self.assertLess(len(found["many"]["value"]), 140)
        self.assertRegex(found["texts"]["value"], r'= \{"xxx+…, …\}$')
        self.assertLess(len(found["texts"]["value"]), 140)

    def test_it_still_opens(self):
        ages = self.locals()["ages"]
        self.assertEqual([row["value"] for row in self.children(ages)], ["30", "40"])
        self.assertEqual([row["name"] for row in self.children(ages, start=1)], ['["bob"]'])

    def with_children_in(self, seconds):
        """From now on a Point's printer takes so long for its children."""
        run_in(self.session, PRINTER % seconds)
        self.addCleanup(self.session.console, "python del gdb.pretty_printers[0]")

    def point(self):
        return self.evaluate("points._M_impl._M_start[0]")["result"]["value"]

    def test_children_that_never_come_are_left_out(self):
        self.with_children_in("float('inf')")
        begin = time.monotonic()
        self.assertEqual(self.point(), "point")
        self.assertLess(time.monotonic() - begin, 3)

    def test_what_has_taken_too_long_leaves_the_next_operation_all_its_time(self):
        self.session.console("python twinstack.time_limit.PREVIEW = 1")
        self.addCleanup(self.session.console, "python twinstack.time_limit.PREVIEW = 0.2")
        self.with_children_in("float('inf')")
        self.assertEqual(self.point(), "point")
        self.with_children_in("0.6")
        self.assertEqual(self.point(), "point = {x = 1}")


if __name__ == "__main__":
    unittest.main()
