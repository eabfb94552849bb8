"""Kinds of values in C, and frames that have none."""

import programs
from stopped_case import Stopped


class Kinds(Stopped):
    program = "kinds.c"

    def values(self, row, **page):
        return [child["value"] for child in self.children(row, **page)]

    def test_texts_of_wide_characters(self):
        found = self.locals()
        shown = {name: found[name]["value"] for name in ("two", "four", "wide")}
        self.assertEqual(shown, {"two": 'u"hä"', "four": 'U"x😀"', "wide": 'L"wide"'})
        self.assertTrue(found["pointer"]["value"].endswith(' u"hä"'))
        self.assertNotIn("handle", found["pointer"])
        self.assertEqual(found["two"]["indexed"], 3)

    def test_numbers_look_as_in_c(self):
        found = self.locals()
        self.assertEqual(found["huge"]["value"], "-1267650600228229401496703205376")
        self.assertEqual(found["precise"]["value"], "1.5")
        self.assertRegex(found["root"]["value"], r"^1 \+ 2 ?\*? ?[iI]$")
        self.assertEqual(found["flags"]["value"], "(A | C)")
        self.assertIn("8", found["odd"]["value"])

    def test_arrays_of_variable_length_in_ranges(self):
        found = self.locals()
        self.assertEqual(self.values(found["variable"], start=1, count=1), ["1"])
        self.assertEqual(self.values(self.children(found["grid"])[1]), ["0", "-1", "-2"])
        self.assertNotIn("indexed", found["nothing"])

    def test_functions_have_a_place(self):
        found = self.locals()
        self.assertIn("<twice>", found["one"]["value"])
        place = self.session.result("code-location", address=found["one"]["code"])
        self.assertEqual(place["line"], programs.line("kinds.c", "twice"))
        self.assertEqual(["code" in row for row in self.children(found["operations"])], [True, False])

    def test_unions_bit_fields_and_anonymous_members(self):
        found = self.locals()
        either = self.opened(found["either"])
        self.assertEqual((either["whole"]["value"], len(self.children(either["bytes"]))), ("16909060", 4))
        packed = self.opened(found["packed"])
        self.assertEqual((packed["low"]["value"], packed["high"]["value"]), ("1", "-2"))
        self.assertEqual(self.opened(packed["<anonymous struct>"])["inner"]["value"], "3")

    def test_a_flexible_array_member(self):
        found = self.opened(self.locals()["flexible"])
        self.assertEqual(found["length"]["value"], "0")
        self.assertIn("data", found)

    def test_texts_that_are_none(self):
        found = self.locals()
        self.assertEqual(found["text"]["value"], r'"a\000b\000\000\000\000"')
        self.assertIn("Cannot access memory", found["wild"]["value"])

    def test_everything_in_hexadecimal(self):
        rows = self.session.result("native-locals", thread=1, level=1, hex=True)["variables"]
        found = {row["name"]: row["value"] for row in rows}
        self.assertEqual(found["length"], "0x3")
        self.assertEqual(found["variable"], "{0x0, 0x1, 0x2}")


class Resumed(Stopped):
    program = "values.c"

    def test_a_handle_dies_when_the_program_runs(self):
        row = self.locals()["mixed"]
        self.session.resume("-exec-finish")
        error = self.session.ask("value-children", handle=row["handle"])["error"]
        self.assertEqual(error["kind"], "stale")


class Optimized(Stopped):
    @classmethod
    def command(cls):
        return [programs.build("optimized.c", "-O2")]

    def test_a_pointer_to_what_is_in_no_memory(self):
        pointer = self.locals()["pointer"]
        self.assertEqual(pointer["value"], "<synthetic pointer>")
        self.assertEqual([row["value"] for row in self.children(pointer)], ["1", "2"])

    def test_what_is_optimized_out_is_a_leaf(self):
        unused = self.locals()["unused"]
        self.assertEqual(unused["value"], "<optimized out>")

    def test_the_function_that_an_inlined_one_is_in(self):
        self.assertEqual(set(self.locals(level=2)), {"count", "arguments", "point"})


class Undebuggable(Stopped):
    @classmethod
    def command(cls):
        return [programs.build("values.c", "-g0", output="values-without-symbols")]

    def test_a_frame_without_debug_information_says_so(self):
        (row,) = self.session.result("native-locals", thread=1, level=0)["variables"]
        self.assertEqual(
            row["value"],
            "The variables of stop are not known: its object file has no debug information.",
        )
