"""What stands in a value with a pretty-printer is seen in one line, without opening it."""

import time
import unittest

from stopped_case import Stopped


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

    def test_children_that_never_come_are_left_out(self):
        made = "type('P', (), {'to_string': lambda self: 'point', 'children': lambda self: iter(int, 1) and endless()})()"
        self.session.console("python exec('def endless():\\n  while True: pass\\n  yield')")
        self.session.console("python gdb.pretty_printers.insert(0, lambda v: %s if str(v.type) == 'Point' else None)" % made)
        self.addCleanup(self.session.console, "python del gdb.pretty_printers[0]")
        begin = time.monotonic()
        self.assertEqual(self.evaluate("points._M_impl._M_start[0]")["result"]["value"], "point")
        self.assertLess(time.monotonic() - begin, 3)


if __name__ == "__main__":
    unittest.main()
