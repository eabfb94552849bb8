"""Assignments to C and C++ values, through the helpers' MI door."""

import unittest

import programs
from stopped_case import Stopped


class Assigned(Stopped):
    def assign(self, expression, value, level=1):
        return self.session.ask("native-assign", thread=1, level=level, expression=expression, value=value)

    def value(self, expression, level=1):
        return self.evaluate(expression, level=level)["result"]["value"]

    def set(self, expression, value, level=1):
        """What the expression is after it was set, as the answer says and as it is."""
        reply = self.assign(expression, value, level)
        self.assertIn("result", reply, reply)
        self.assertEqual(self.value(expression, level), reply["result"]["value"])
        self.assertIn(reply["changed"], ("memory", "registers"))
        return reply["result"]["value"]

    def set_global(self, name, value, level=1):
        """What a row of the globals' scope is after it was set by the expression that it gives."""
        self.set(self.globals(level)[name]["access"], value, level)
        return self.globals(level)[name]["value"]

    def globals(self, level=1):
        rows = self.session.result("native-globals", thread=1, level=level)["variables"]
        return {row["name"]: row for row in rows}

    def refused(self, expression, value):
        return self.assign(expression, value)["error"]["message"]


class InC(Assigned):
    program = "assigned.c"

    def test_scalars_take_every_notation_of_c(self):
        for expression, value, shown in (
            ("number", "0x2a", "42"),
            ("number", "real + 3", "5"),
            ("real", "1e300", "1.0000000000000001e+300"),
            ("real", "-inf", "-inf"),
            ("real", "2.5", "2.5"),
            ("small", "0.25", "0.25"),
            ("flag", "true", "true"),
            ("flag", "0", "false"),
            ("letter", "'z'", "122 'z'"),
            ("letter", "65", "65 'A'"),
            ("huge", "18446744073709551615", "18446744073709551615"),
            ("colour", "GREEN", "GREEN"),
            ("colour", "0", "RED"),
        ):
            with self.subTest(expression, value=value):
                self.assertEqual(self.set(expression, value), shown)
        for value in ("nan", "nan(0x8000000000000)", "-nan(0x8000000000000)"):
            self.assertIn("nan", self.assign("real", value)["result"]["value"])

    def test_a_value_may_be_written_as_it_is_shown(self):
        self.set("letter", "65")
        self.assertEqual(self.set("letter", "66 'A'"), "66 'B'")
        self.assertEqual(self.set("letter", "66 'C'"), "67 'C'")
        for value in ("a 'b'", "066 'B'"):
            self.assertIn("'letter' cannot be set to", self.refused("letter", value))
        shown = self.value("other")
        self.assertIn("<stop>", shown)
        self.assertEqual(self.set("function", shown), shown)

    def test_the_text_behind_a_pointer_is_not_set_with_it(self):
        shown = self.value("words")
        self.assertEqual(self.set("words", shown), shown)
        self.assertIn("is not changed by way of the pointer", self.refused("words", shown.replace("hello", "jello")))

    def test_what_is_set_is_evaluated_once(self):
        for expression, shown in (
            ("numbers[next()]", "numbers[1]"),
            ("many[next()].low", "many[2].low"),
            ("many[next()].high", "many[3].high"),
        ):
            if "result" not in self.assign(expression, "5"):
                self.skipTest("this GDB calls no function on this processor")
            self.assertEqual(self.value(shown), "5")
        self.assertEqual((self.value("many[3].low"), self.value("calls")), ("0", "3"))

    def test_bit_fields_members_and_elements(self):
        self.assertEqual(self.set("mixed.low", "5"), "5")
        self.assertEqual(self.set("mixed.high", "17"), "17")
        self.assertEqual(self.value("mixed.low"), "5")
        self.assertEqual(self.set("mixed.corner.x", "-7"), "-7")
        self.assertEqual(self.set("numbers[2]", "30"), "30")
        self.assertEqual(self.set("grid[1][2]", "6"), "6")
        self.assertEqual(self.set("mixed.corner", "origin"), "{x = 1, y = 2}")

    def test_pointers_can_be_set_and_written_through(self):
        self.assertEqual(self.set("pointer", "NULL"), "0x0")
        self.assertEqual(self.set("pointer", "&number"), hex(int(self.value("(long)&number"))))
        self.assertEqual(self.set("*pointer", "11"), "11")
        self.assertEqual(self.value("number"), "11")

    def test_texts_in_arrays_may_not_be_too_long(self):
        self.assertEqual(self.set("text", '"new"')[:5], '"new\\')
        self.assertEqual(self.value("(char *)text")[-5:], '"new"')
        self.assertEqual(self.set("wide", 'L"wid"'), 'L"wid\\000"')
        self.assertIn("room for 8 characters", self.refused("text", '"far too long"'))
        self.assertIn('such as "text"', self.refused("text", "5"))

    def test_registers_can_be_set(self):
        before = self.value("$rbx", level=0)
        self.assertEqual(self.set("$rbx", "12", level=0), "12")
        self.assign("$rbx", before, level=0)
        rows = self.session.result("registers", thread=1, level=0)["variables"]
        self.assertFalse(any("attributes" in row for row in rows))

    def test_a_global_that_a_local_hides(self):
        self.assertEqual(self.set_global("hidden", "7"), "7")
        self.assertEqual(self.value("hidden"), "1")

    def test_what_cannot_be_is_refused(self):
        self.assertEqual(
            self.refused("number", "no_such_name"),
            "'number' cannot be set to 'no_such_name': No symbol \"no_such_name\" in current context.",
        )
        self.assertIn("not an lvalue", self.refused("number + 1", "2"))
        self.assertIn("would change the program", self.refused("number++", "2"))
        self.assertIn("cannot be set", self.refused("*(int *)8", "2"))


class PointersToPythonObjects(Assigned):
    @classmethod
    def command(cls):
        return programs.calling("extension.c")

    def set_at_stop(self, name, value):
        return self.assign(name, value, level=0)

    def test_no_value_of_python_is_taken_for_an_address(self):
        before = self.value("list", level=0)
        for value in ("3.25", "40", "0", "-1", "tuple == list", '"text"', "py:3.25", "None", "'abc'", "[1]", "2 'x'"):
            for name in ("list", "vector"):
                with self.subTest(name, value=value):
                    message = self.set_at_stop(name, value)["error"]["message"]
                    self.assertIn("A pointer to a Python object takes the address of another one: 0x…", message)
                    self.assertIn("'%s' is no such pointer." % value, message)
        self.assertEqual(self.value("list", level=0), before)

    def test_addresses_and_pointers_are_taken(self):
        address = self.locals(level=0)["list"]["object"]
        for value, shown in (
            ("tuple", "([1, 'two'],)"),
            (address, "[1, 'two']"),
            ("&PyType_Type", "<class 'type'>"),
            ("*array", "[1, 'two']"),
            ("NULL", "NULL"),
            ("0x0", "NULL"),
            ("(PyObject *)%d" % int(address, 0), "[1, 'two']"),
        ):
            with self.subTest(value):
                self.assertEqual(self.set_at_stop("list", value)["result"]["value"], shown)


class InCpp(Assigned):
    program = "assigned_classes.cpp"
    place = "assigned_classes.cpp:%d" % programs.line("assigned_classes.cpp", "stop")

    def test_enumerations_and_references(self):
        self.assertEqual(self.set("colour", "green"), "Colour::green")
        self.assertEqual(self.set("colour", "Colour::red"), "Colour::red")
        self.assertEqual(self.set("truth", "false"), "false")
        self.assertEqual(self.set("pointer", "nullptr"), "0x0")
        self.assign("reference", "7")
        self.assertEqual(self.value("number"), "7")

    def test_elements_of_containers(self):
        for name, index in (("numbers", 1), ("ages", 0), ("queue", 2)):
            row = self.children(self.locals()[name])[index]
            expression = row["expression"] if "expression" in row else name + row["access"]
            self.assertEqual(self.set(expression, "77"), "77")
            self.assertEqual(self.children(self.locals()[name])[index]["value"], "77")

    def test_members_of_a_hidden_variable(self):
        hidden = next(row for name, row in self.locals().items() if name.startswith("point (line"))
        self.assertEqual(self.set(hidden["expression"] + self.opened(hidden)["x"]["access"], "9"), "9")
        self.assertEqual(self.value("point.x"), "3")


class ReferencesToPointersToPythonObjects(Assigned):
    place = "objects.cpp:%d" % programs.line("objects.cpp", "objects")

    @classmethod
    def command(cls):
        return programs.calling("objects.cpp")

    def test_they_are_set_as_the_pointers(self):
        refused = self.assign("reference", "3", level=0)["error"]["message"]
        self.assertIn("A pointer to a Python object", refused)
        self.assertEqual(self.assign("reference", "constant", level=0)["result"]["value"], "[1, 'two']")


class InAMethod(Assigned):
    program = "assigned_classes.cpp"
    place = "Tank::fill"

    def test_a_global_that_a_member_hides(self):
        self.assertEqual(self.set_global("limit", "7", level=0), "7")
        self.assertEqual(self.value("limit", level=0), "1")


if __name__ == "__main__":
    unittest.main()
