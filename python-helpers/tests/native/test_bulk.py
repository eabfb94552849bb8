"""Elements that are read at once look as GDB shows each by itself."""

import re
import unittest

from stopped_case import Stopped
from test_time_limits import run_in

NUMBERS = ("shorts", "unsigned_shorts", "ints", "small", "unsigned_ints", "longs", "unsigned_longs", "vector")
OTHERS = ("typedefs", "bytes", "wide", "flags", "table", "broken")
COUNTED = """
from twinstack.native import bulk
import gdb
asked, own = [], bulk.variable
def counted(child):
    asked.append(child.name)
    return own(child)
bulk.variable = counted
"""
PRINTER = """
class Printer:
    def to_string(self): return "a number"
printer = lambda value: Printer() if str(value.type) == "int" else None
gdb.pretty_printers.insert(0, printer)
"""


class Bulk(Stopped):
    program = "elements.cpp"

    def setUp(self):
        run_in(self.session, COUNTED)
        self.addCleanup(self.session.console, "python bulk.variable = own")

    def asked(self):
        """For how many elements GDB was asked since the last time."""
        since = len(self.session.log)
        self.session.console("python print('asked', len(asked)); asked.clear()")
        return int(re.search(r"asked (\d+)", "".join(self.session.log[since:])).group(1))

    def shown_alike(self, name):
        """The number of elements; they look alike whether many are asked for, or one."""
        variable = self.locals()[name]
        self.asked()
        together = self.children(variable)
        asked = self.asked()
        apart = [self.children(variable, start=index, count=1)[0] for index in range(len(together))]
        self.assertEqual(without_handles(together), without_handles(apart), name)
        return len(together), asked

    def test_numbers_of_a_page_are_read_at_once(self):
        for name in NUMBERS:
            with self.subTest(name):
                _, asked = self.shown_alike(name)
                self.assertEqual(asked, 1)

    def test_strings_of_any_characters(self):
        count, asked = self.shown_alike("strings")
        self.assertLess(asked, count * 2 / 3)

    def test_strings_of_any_length(self):
        self.assertEqual(self.shown_alike("array"), (10, 2))

    def test_those_of_other_types_and_broken_ones(self):
        for name in OTHERS:
            with self.subTest(name):
                self.shown_alike(name)

    def test_in_another_base(self):
        self.addCleanup(self.session.console, "set output-radix 10")
        for radix in (16, 8):
            self.session.console("set output-radix %d" % radix)
            for name in ("small", "ints", "vector"):
                with self.subTest(name, radix=radix):
                    self.shown_alike(name)

    def test_by_a_printer_of_the_users(self):
        run_in(self.session, PRINTER)
        self.addCleanup(self.session.console, "python gdb.pretty_printers.remove(printer)")
        self.shown_alike("ints")
        self.assertEqual(self.children(self.locals()["ints"])[7]["value"], "a number")

    def test_with_fewer_characters(self):
        self.session.result("formats", string=10)
        self.addCleanup(self.session.result, "formats", string=2000)
        self.shown_alike("strings")
        self.shown_alike("array")


def without_handles(rows):
    return [{key: value for key, value in row.items() if key != "handle"} for row in rows]


if __name__ == "__main__":
    unittest.main()
