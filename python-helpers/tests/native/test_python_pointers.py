"""Python objects as values of C."""

import programs
from stopped_case import Stopped


class PythonPointers(Stopped):
    @classmethod
    def command(cls):
        return programs.calling("extension.c")

    def test_pointers_to_objects_show_the_python_value(self):
        found = self.locals(level=0)
        for name, kind in (("list", "PyObject *"), ("typed", "PyListObject *"), ("nested", "struct nested *")):
            self.assertEqual(found[name]["value"], "[1, 'two']")
            self.assertEqual(found[name]["type"], kind + " (list)")
            self.assertIn("object", found[name])
        self.assertEqual(found["tuple"]["type"], "object_pointer (tuple)")
        self.assertEqual(found["type"]["value"], "<class 'list'>")

    def test_null_and_garbage(self):
        found = self.locals(level=0)
        self.assertEqual(found["null"]["value"], "NULL")
        self.assertNotIn("object", found["null"])
        self.assertRegex(found["garbage"]["value"], "<not a Python object: 0x[0-9a-f]+>")
        self.assertIn("ob_refcnt", str(self.opened(found["garbage"])))
        self.assertEqual(found["wild"]["value"], "<not a Python object: 0x1238>")
        self.assertIn("<error: Cannot access memory", self.opened(found["wild"])["size"]["value"])

    def c_view(self, name):
        address = self.locals(level=0)[name]["object"]
        rows = self.session.result("object-c-view", object=address)["variables"]
        return {row["name"]: row["value"] for row in rows}

    def test_the_c_view_is_the_extensions_own_struct(self):
        self.assertEqual(self.locals(level=0)["vector"]["type"], "Vector * (Vector)")
        self.assertEqual(self.c_view("vector")["size"], "77")

    def test_the_c_view_of_a_cython_class_is_found_by_name(self):
        self.assertEqual(self.c_view("point")["abscissa"], "88")

    def test_the_c_view_of_a_builtin_type(self):
        self.assertIn("ob_item", self.c_view("list"))

    def test_a_pointer_to_pointers_leads_to_the_object(self):
        first = self.children(self.locals(level=0)["array"])[0]
        self.assertEqual((first["name"], first["value"]), ("*array", "[1, 'two']"))


class PythonObjectsByValue(Stopped):
    place = "objects.cpp:%d" % programs.line("objects.cpp", "objects")

    @classmethod
    def command(cls):
        return programs.calling("objects.cpp")

    def test_references_and_constants(self):
        found = self.locals(level=0)
        for name in ("constant", "reference", "value"):
            self.assertEqual(found[name]["value"], "[1, 'two']", name)
            self.assertIn("object", found[name])

    def test_objects_by_value_and_by_inheritance(self):
        found = self.locals(level=0)
        for name in ("counted", "second", "derived"):
            self.assertRegex(found[name]["value"], "^<objects.Kind object at 0x", name)
        self.assertNotIn("object", found["garbage"])

    def test_a_class_around_one_pointer_is_what_it_points_to(self):
        found = self.locals(level=0)["wrapped"]
        self.assertEqual((found["value"], found["type"]), ("[1, 'two']", "object (list)"))

    def test_members_arrays_and_vectors(self):
        found = self.locals(level=0)
        holder = self.opened(found["holder"])
        self.assertEqual(["1"] + ["[1, 'two']"] * 3, [holder[n]["value"] for n in ("number", "first", "member", "fixed")])
        pair = self.children(holder["pair"])
        self.assertEqual(["[1, 'two']", "NULL"], [each["value"] for each in pair])
        vector = self.children(found["vector"])
        self.assertEqual(["[1, 'two']", "None"], [each["value"] for each in vector])
        self.assertIn("object", vector[0])

    def test_the_head_of_an_object_is_shown_as_c_sees_it(self):
        address = self.locals(level=0)["counted"]["object"]
        rows = {r["name"]: r for r in self.session.result("object-c-view", object=address)["variables"]}
        self.assertNotIn("object", rows["_object" if "_object" in rows else "PyObject"])
        self.assertEqual("5", rows["count"]["value"])
