"""Objects lead to the lines where they are defined or stand."""

import json
import os
import unittest

from debuggee import HERE, Debugged, ask, scratch, version
from twinstack import session

PROGRAM = os.path.join(HERE, "programs", "places.py")
TRUTH = os.path.join(scratch(), "places.json")


class Places(Debugged):
    PROGRAM = "places.py"
    ARGUMENTS = (TRUTH,)

    def setUp(self):
        self.places = {}
        for child in self.children(self.locals("stop")["places"], filter="indexed", count=1000):
            self.places[child["name"].strip("'")] = child
        with open(TRUTH) as file:
            self.truth = json.load(file)

    def location(self, name):
        return self.result("location", object=self.places[name]["object"])

    def test_the_lines_of_python(self):
        for name, line in self.truth.items():
            with self.subTest(name):
                self.assertTrue(self.places[name].get("located"), self.places[name])
                found = self.location(name)
                self.assertEqual(PROGRAM, found["file"])
                self.assertEqual(line, found["line"])

    def test_what_to_look_for_around_the_line(self):
        for place, keyword, name in (("decorated", "def", "decorated"), ("class_", "class", "Plain")):
            found = self.location(place)
            self.assertEqual((keyword, name), (found["keyword"], found["name"]))
        self.assertNotIn("keyword", self.location("lambda"))

    def test_a_class_by_its_first_method_or_its_own_line(self):
        found = self.location("class_")
        is_told = version() >= (3, 13)
        self.assertEqual(self.line("class Plain") + (not is_told) * 3, found["line"])

    def test_a_class_whose_first_function_is_generated(self):
        found = self.location("dataclass")
        decorator_or_method = self.line("class Data") + (3 if version() < (3, 13) else -1)
        self.assertEqual((PROGRAM, decorator_or_method), (found["file"], found["line"]))

    def test_a_class_whose_first_function_is_wrapped(self):
        found = self.location("entered")
        first_own = self.line("class Entered") + (5 if version() < (3, 13) else 0)
        self.assertEqual((PROGRAM, first_own), (found["file"], found["line"]))

    @unittest.skipUnless(version() >= (3, 13), "this CPython's classes know no line of their own")
    def test_a_class_whose_methods_are_all_generated_by_its_own_line(self):
        for name, line in (("generated", self.line("class Generated") - 1), ("tuple", self.line("class Tuple"))):
            found = self.location(name)
            self.assertEqual((PROGRAM, line), (found["file"], found["line"]))

    @unittest.skipUnless(version() < (3, 13), "this CPython's classes know their line")
    def test_a_class_whose_methods_are_all_generated_is_not_known(self):
        for name in ("generated", "tuple"):
            error = ask("location", object=self.places[name]["object"])["error"]
            self.assertIn("it has no method of its own.", error["message"])

    def line(self, text):
        with open(PROGRAM) as file:
            return next(i for i, line in enumerate(file, 1) if line.startswith(text))

    @unittest.skipUnless(version() >= (3, 13), "this CPython's classes know no line of their own")
    def test_a_class_without_methods_by_its_own_line(self):
        found = self.location("empty_class")
        self.assertEqual((PROGRAM, self.line("class Empty")), (found["file"], found["line"]))

    @unittest.skipUnless(version() < (3, 13), "this CPython's classes know their line")
    def test_a_class_without_methods_says_that_it_is_not_known(self):
        error = ask("location", object=self.places["empty_class"]["object"])["error"]
        self.assertEqual(
            "Where class Empty is defined is not known: it has no method of its own.",
            error["message"],
        )

    def test_the_c_function_of_what_is_built_in(self):
        with open(os.path.join(HERE, "programs", "probe.c")) as file:
            line = next(i for i, text in enumerate(file, 1) if "probe_checkpoint(PyObject" in text)
        self.assertTrue(self.places["c_function"].get("located"))
        found = self.location("c_function")
        self.assertEqual("probe.c", os.path.basename(found["file"]))
        self.assertEqual(line, found["line"])

    def test_what_is_built_in_without_debug_information_is_not_offered(self):
        for name in ("built_in", "method_descriptor", "slot_wrapper", "method_wrapper", "getset"):
            with self.subTest(name):
                reply = ask("location", object=self.places[name]["object"])
                self.assertEqual("located" in self.places[name], "result" in reply, reply)
                if "error" in reply:
                    self.assertIn("no debug information", reply["error"]["message"])
                else:
                    self.assertTrue(reply["result"]["file"].endswith(".c"), reply)

    def test_what_has_no_place(self):
        for name in ("number", "list", "built_in_class"):
            self.assertNotIn("located", self.places[name])
        error = ask("location", object=self.places["list"]["object"])["error"]
        self.assertEqual("An object of type list has no place in a source.", error["message"])

    def test_damaged_objects_have_none(self):
        self.assertFalse(session.python().readers.locations.is_offered(0x10))
