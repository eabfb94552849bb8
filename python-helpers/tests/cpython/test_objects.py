"""Objects are shown as repr() shows them, and open into what they hold."""

from debuggee import free_threaded
from twinstack import session
from twinstack.objects import structs
from twinstack.objects.writer import MAX_TEXT
from zoo_case import Zoo


class Objects(Zoo):
    def test_values_are_what_repr_gives(self):
        compared = 0
        for name, expected in self.truth["reprs"].items():
            with self.subTest(name):
                value = self.exact[name]["value"]
                if len(expected) <= MAX_TEXT:
                    compared += 1
                    self.assertEqual(expected, value)
                else:
                    self.assertLess(len(value), 2 * MAX_TEXT)
        self.assertGreater(compared, 70)

    def test_types_are_told(self):
        for name, expected in self.truth["types"].items():
            with self.subTest(name):
                self.assertEqual(expected, self.exact[name]["type"])

    def test_items_are_the_indexed_children(self):
        for name, expected in self.truth["items"].items():
            with self.subTest(name):
                variable = self.exact[name]
                self.assertEqual(len(expected), variable.get("indexed", 0))
                found = self.children(variable, filter="indexed", start=0, count=1000)
                if "looped" not in name:
                    self.assertEqual(expected, [child["value"] for child in found])
                self.assertEqual(
                    ["[%d]" % i for i in range(len(expected))], [c["name"] for c in found]
                )

    def test_children_of_dicts_are_named_by_their_keys(self):
        children = self.children(self.exact["deleted"])
        self.assertEqual(
            ["'a'", "(1, 2)", "True", "'z'", "[C view]"], [c["name"] for c in children]
        )
        self.assertEqual(
            ["['a']", "[(1, 2)]", "[True]", "['z']", None], [c.get("access") for c in children]
        )
        self.assertEqual(["1", "'x'", "'one'", "3"], [c["value"] for c in children[:4]])

    def test_the_last_named_child_is_the_view_as_a_c_struct(self):
        for name, variable in {**self.exact, **self.opened}.items():
            with self.subTest(name):
                named = self.children(variable, filter="named", count=1000)
                if "indexed" in variable:
                    self.assertEqual(variable["named"], len(named))
                self.assertEqual("[C view]", named[-1]["name"])
                self.assertEqual(variable["object"], named[-1]["cView"])

    def test_attributes_of_instances(self):
        for name in ("point", "dictless", "reordered", "mixed", "dict_with_attribute"):
            with self.subTest(name):
                own = [c["name"] for c in self.children(self.opened[name], filter="named")]
                expected = self.truth["attributes"][name]
                self.assertEqual(expected, own[: len(expected)])

    def test_an_attribute_that_is_no_identifier_has_no_expression(self):
        for name in ("not an identifier", "b'bytes'", "7"):
            self.assertNotIn("access", self.child(self.opened["dictless"], name))

    def test_slots_that_are_set(self):
        names = [c["name"] for c in self.children(self.opened["slotted"], filter="named")]
        self.assertEqual(["a", "[C view]"], names)
        names = [c["name"] for c in self.children(self.opened["derived"], filter="named")]
        self.assertEqual(["a", "b", "c", "[C view]"], names)
        self.assertEqual("'c'", self.child(self.opened["derived"], "c")["value"])

    def test_instances_are_shown_by_type_and_address(self):
        point = self.opened["point"]
        self.assertEqual("<Point at %s>" % point["object"], point["value"])
        self.assertEqual(
            "<bound method Point.method of %s>" % point["value"],
            self.opened["bound_method"]["value"],
        )

    def test_an_exception_opens_into_its_cause_and_traceback(self):
        error = self.exact["error"]
        self.assertEqual("('second', 2)", self.child(error, "args")["value"])
        self.assertEqual("KeyError('first')", self.child(error, "__cause__")["value"])
        self.assertEqual("KeyError('first')", self.child(error, "__context__")["value"])
        self.assertEqual("traceback", self.child(error, "__traceback__")["type"])

    def test_a_function_opens_into_its_parts(self):
        closure = self.child(self.exact["closure"], "__closure__")
        cell = self.children(closure)[0]
        self.assertEqual("[1, 2]", self.child(cell, "cell_contents")["value"])

    def test_an_exception_in_c_has_its_members(self):
        self.assertEqual("'file'", self.child(self.exact["os_error"], "filename")["value"])

    def test_a_class_of_an_extension_opens_into_its_methods(self):
        self.child(self.exact["extension_class"], "fromtimestamp")

    def test_a_module_opens_into_what_it_defines(self):
        self.assertEqual("type", self.child(self.exact["module"], "OrderedDict")["type"])

    def test_an_object_inside_itself_ends(self):
        self.assertEqual("[1, [...]]", self.exact["looped"]["value"])
        inner = self.children(self.exact["looped"])[1]
        self.assertEqual(self.exact["looped"]["object"], inner["object"])

    def test_the_c_struct_of_a_list(self):
        found = self.result("object-c-view", object=self.exact["list_"]["object"])["variables"]
        names = [variable["name"] for variable in found]
        self.assertEqual(["ob_item", "allocated"], names[-2:])

    def test_the_c_struct_without_debug_information(self):
        address = int(self.exact["list_"]["object"], 0)
        found = structs.Struct(session.python().readers, "PyListObject", address).variables()
        values = {variable["name"]: variable for variable in found}
        self.assertEqual("3", values["ob_size"]["value"])
        self.assertEqual("<class 'list'>", values["ob_type"]["value"])
        references = ("ob_ref_local", "ob_ref_shared") if free_threaded() else ("ob_refcnt",)
        self.assertGreater(sum(int(values[name]["value"]) for name in references), 0)

    def test_a_builtin_class_opens_into_its_methods(self):
        self.child(self.exact["builtin_class"], "bit_length")

    def everything(self):
        """(path, VARIABLE) of the zoo's animals."""
        for owner, animals in (("exact", self.exact), ("opened", self.opened)):
            yield from ((owner + animal["access"], animal) for animal in animals.values())

    def test_children_are_as_many_as_told_and_all_different(self):
        for path, variable in self.everything():
            with self.subTest(path):
                whole = self.children(variable, filter="indexed", count=1000)
                whole += self.children(variable, filter="named", count=1000)
                names = [child["name"] for child in whole]
                if "indexed" in variable:
                    self.assertEqual(variable["indexed"] + variable["named"], len(whole))
                self.assertEqual(len(set(names)), len(names), names)
                for start in (len(whole) // 2, len(whole) - 1, len(whole)):
                    page = self.children(variable, start=start, count=1000)
                    self.assertEqual(comparable(whole[start:]), comparable(page))

    def test_access_leads_back_to_the_child(self):
        thread, frame, reached = self.thread(), self.python_frame("zoo"), 0
        for path, variable in self.everything():
            for whole, child in self.reached(path, self.with_groups(variable)):
                reached += 1
                with self.subTest(whole):
                    found = self.result("evaluate", thread=thread, frame=frame, expression=whole)
                    self.assertEqual(told(child), told(found))
        self.assertGreater(reached, 2000)

    def test_numbers_in_c_are_reached_by_paths(self):
        for variable in (self.exact["ints"], self.exact["view"], self.opened["grid"], self.opened["c_array"]):
            children = self.children(variable, filter="indexed")
            self.assertEqual([child["name"] for child in children], [c.get("access") for c in children])
        self.assertEqual(".year", self.child(self.exact["moment"], "year")["access"])

    def reached(self, path, children, depth=0):
        """(expression, child) of those that an expression reaches, and of what is in C in them."""
        for child in children:
            if "access" in child:
                whole = path + child["access"]
                yield whole, child
                if "handle" in child and depth < 4:
                    rows = self.result("value-children", handle=child["handle"])["variables"]
                    yield from self.reached(whole, rows, depth + 1)

    def test_members_are_grouped_as_debugpy_groups_them(self):
        grouped = self.opened["grouped"]
        names = [child["name"] for child in self.children(grouped)]
        groups = ["special", "function", "class", "protected"]
        self.assertEqual([each + " variables" for each in groups] + ["own", "[C view]"], names)
        found = self.children(grouped, group="protected variables", start=1, count=5)
        self.assertEqual(["_Members__mangled"], [child["name"] for child in found])
        self.assertEqual(["._Members__mangled"], [child["access"] for child in found])

    def test_numbers_in_raw_memory_open_in_pages(self):
        view, ints = self.opened["part_of_view"], self.exact["ints"]
        self.assertEqual(["4.0", "2.0"], [c["value"] for c in self.children(view, filter="indexed")])
        self.assertEqual(["2", "3"], [c["value"] for c in self.children(ints, start=1, count=2)])
        rows = self.children(self.opened["grid"], filter="indexed")
        self.assertEqual(3, len(rows))
        cells = self.result("value-children", handle=rows[1]["handle"], start=3, count=9)["variables"]
        self.assertEqual([str(0x0F0E)], [cell["value"] for cell in cells])

    def test_a_number_in_c_can_be_evaluated(self):
        where = {"thread": self.thread(), "frame": self.python_frame("zoo")}
        found = self.result("evaluate", expression="exact['moment'].year", **where)
        self.assertEqual("2020", found["value"])
        error = self.error("evaluate", expression="exact['moment'].year.real", **where)
        self.assertIn("is a value in C", error["message"])


def comparable(rows):
    """Without handles: each page makes new ones."""
    return [{key: row[key] for key in row if key != "handle"} for row in rows]


def told(row):
    """What a row says of its value, without its name and handle."""
    return {key: row.get(key) for key in ("value", "type", "object", "indexed", "named")}
