"""Objects are shown as repr() shows them, and open into what they hold."""

import os
from unittest import mock

from debuggee import Telling, free_threaded, line, scratch, version
from twinstack import library_reprs, session, structs
from twinstack.writer import MAX_TEXT

TRUTH = os.path.join(scratch(), "zoo.json")


class Zoo(Telling):
    PROGRAM = "zoo.py"
    ARGUMENTS = (TRUTH,)

    def setUp(self):
        found = self.locals("zoo")
        self.exact = self.entries(found["exact"])
        self.opened = self.entries(found["opened"])

    def entries(self, variable):
        children = self.children(variable, filter="indexed", start=0, count=1000)
        return {child["name"].strip("'"): child for child in children}

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

    def test_a_namedtuple_has_its_fields_and_its_items(self):
        names = [child["name"] for child in self.children(self.exact["pair"])]
        self.assertEqual(["[0]", "[1]", "left", "right", "[C view]"], names)

    def test_a_class_derived_from_a_namedtuple_keeps_its_fields(self):
        self.assertEqual("Twins(left=1, right='r')", self.exact["twins"]["value"])
        self.assertEqual("'r'", self.child(self.exact["twins"], "right")["value"])

    def test_the_text_of_a_wide_namedtuple_is_bounded(self):
        self.assertLess(len(self.opened["wide_pair"]["value"]), 3 * MAX_TEXT)

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

    def test_members_of_enums_have_a_name_and_a_value(self):
        where = {"thread": self.thread(), "frame": self.python_frame("zoo")}
        for name, expected in self.truth["enums"].items():
            children = self.members(self.exact[name])
            if name == "computing":
                self.assertNotIn("value", children, "what a program computes itself is not imitated")
                expected.pop("value")
            for each, value in expected.items():
                with self.subTest(name + "." + each):
                    self.assertEqual(value, children[each]["value"])
                    self.assertEqual("." + each, children[each]["access"])
                    path = "exact['%s'].%s" % (name, each)
                    found = self.result("evaluate", expression=path, **where)
                    self.assertEqual(value, found["value"])
        for path, expected in (
            ("Color.RED.name", "'RED'"),
            ("Color.BLUE.value", "'b'"),
            ("Shadowing.name.name", "'name'"),
            ("Shadowing.value.value", "'two'"),
            ("Shadowing.alias.value", "1"),
        ):
            found = self.result("evaluate", expression=path, **where)
            self.assertEqual(expected, found["value"], path)
        error = self.error("evaluate", expression="Computing.ONE.value", **where)
        self.assertIn("is computed (by a property)", error["message"])

    def test_a_generator_tells_where_it_stands(self):
        fresh, waiting, done = (self.members(self.exact[n]) for n in ("fresh", "waiting", "done"))
        states = [each["[state]"]["value"] for each in (fresh, waiting, done)]
        self.assertEqual(["not started", "suspended", "finished"], states)
        self.assertIn("%s in delegating" % line("rooms/standing.py", "delegating"), waiting["[at]"]["value"])
        self.assertIn("<generator object generator at", waiting["[awaits]"]["value"])
        self.assertEqual("'in delegating'", self.opened_value(waiting["[locals]"], "mark"))
        self.assertNotIn("[awaits]", fresh)

    def test_a_coroutine_tells_what_it_awaits(self):
        found = self.members(self.exact["awaiting"])
        self.assertIn("%s in awaiting" % line("rooms/standing.py", "awaiting"), found["[at]"]["value"])
        self.assertEqual("generator", found["[awaits]"]["type"])

    def test_a_traceback_is_its_chain(self):
        entries = self.children(self.exact["trace"], filter="indexed")
        self.assertEqual(1, len(entries))
        self.assertIn("exceptions.py:", entries[0]["value"])
        self.assertIn(" in caught", entries[0]["value"])
        self.assertIn("KeyError", self.children(self.exact["error"])[2]["value"])

    def test_numbers_in_raw_memory_open_in_pages(self):
        view, ints = self.opened["part_of_view"], self.exact["ints"]
        self.assertEqual(["4.0", "2.0"], [c["value"] for c in self.children(view, filter="indexed")])
        self.assertEqual(["2", "3"], [c["value"] for c in self.children(ints, start=1, count=2)])
        rows = self.children(self.opened["grid"], filter="indexed")
        self.assertEqual(3, len(rows))
        cells = self.result("value-children", handle=rows[1]["handle"], start=3, count=9)["variables"]
        self.assertEqual([str(0x0F0E)], [cell["value"] for cell in cells])

    def test_what_is_too_long_for_its_text(self):
        self.assertEqual("PurePosixPath('%s'...)" % ("a" * 250), self.opened["long_path"]["value"])
        where = {"thread": self.thread(), "frame": self.python_frame("zoo")}
        with mock.patch.object(library_reprs, "MAX_COUNTED", 2):
            found = self.result("evaluate", expression="exact['counter_of_floats']", **where)
        self.assertEqual("Counter({...})", found["value"])

    def test_iterators_tell_what_is_left(self):
        for name, left in (("half", 2), ("tuple_iterator", 2), ("text_iterator", 3), ("set_iterator", 1)):
            with self.subTest(name):
                self.assertEqual(str(left), self.members(self.exact[name])["left"]["value"])
        self.assertEqual("exhausted", self.members(self.exact["exhausted"])["state"]["value"])

    def test_a_dataclass_with_a_repr_of_its_own_is_not_imitated(self):
        for name, kind in (("told", "Told"), ("untold", "Untold")):
            found = self.opened[name]
            self.assertEqual("<%s at %s>" % (kind, found["object"]), found["value"])

    def test_exceptions_tell_notes_and_groups(self):
        if version() >= (3, 11):
            group, noted = (self.members(self.exact[name]) for name in ("group_error", "noted"))
            self.assertEqual("'several'", group["message"]["value"])
            self.assertEqual("[ValueError(1), KeyError('k')]", "[%s]" % group["exceptions"]["value"][1:-1])
            self.assertEqual("['a note']", noted["__notes__"]["value"])
        error = self.members(self.exact["error"])
        self.assertEqual("True", error["__suppress_context__"]["value"])

    def test_values_of_ctypes(self):
        for name, expected in (
            ("c_int", "c_int(-7)"),
            ("c_double", "c_double(0.25)"),
            ("c_bool", "c_bool(True)"),
            ("c_char", "c_char(b'x')"),
            ("c_text", "c_char_p(b'text')"),
            ("no_c_text", "c_char_p(None)"),
            ("c_address", "c_void_p(4660)"),
        ):
            self.assertEqual(expected, self.opened[name]["value"])

    def test_structures_arrays_and_pointers_of_ctypes_open(self):
        fields = self.members(self.opened["c_numbers"])
        names = ("small", "real", "letters", "bits", "more_bits", "inner")
        values = [fields[name]["value"] for name in names]
        self.assertEqual(["-3", "0.5", "b'ab'", "5", "17", "[1, 2, 3]"], values)
        self.assertEqual("2", self.opened_value(fields["inner"], "[1]"))
        array = self.children(self.opened["c_array"], filter="indexed")
        self.assertEqual(["1", "2", "3"], [item["value"] for item in array])
        contents = self.members(self.opened["c_pointer"])["contents"]
        self.assertEqual("-3", self.opened_value(contents, "small"))
        self.assertEqual(1, len(self.members(self.opened["c_null"])), "nothing but the C view")
        self.assertEqual("7", self.members(self.opened["c_ring"])["n"]["value"])

    def test_dates_open_into_their_numbers(self):
        found = self.members(self.exact["moment"])
        self.assertEqual(["2020", "999999"], [found[n]["value"] for n in ("year", "microsecond")])

    def test_files_tell_their_name_their_mode_and_whether_they_are_closed(self):
        for file, closed, mode in (
            ("text_file", "False", "'w'"),
            ("closed", "True", "'r'"),
            ("binary_file", "False", "'rb'"),
            ("random_file", "False", "'rb+'"),
            ("raw_file", "False", "'wb'"),
        ):
            with self.subTest(file):
                found = self.members(self.exact[file])
                values = [found[name]["value"] for name in ("name", "closed", "mode")]
                self.assertEqual(["'/dev/null'", closed, mode], values)

    def test_iterators_of_itertools_open(self):
        cycle, part, repeat = (self.members(self.exact[n]) for n in ("cycled", "part_of_iterator", "repeated"))
        self.assertEqual(("[1]", "list_iterator"), (cycle["saved"]["value"], cycle["over"]["type"]))
        numbers = [part[name]["value"] for name in ("index", "next", "stop", "step")]
        self.assertEqual(["2", "3", "None", "2"], numbers)
        self.assertEqual("3", repeat["left"]["value"])

    def test_a_number_in_c_can_be_evaluated(self):
        where = {"thread": self.thread(), "frame": self.python_frame("zoo")}
        found = self.result("evaluate", expression="exact['moment'].year", **where)
        self.assertEqual("2020", found["value"])
        error = self.error("evaluate", expression="exact['moment'].year.real", **where)
        self.assertIn("is a value in C", error["message"])

    def members(self, variable):
        return {child["name"]: child for child in self.with_groups(variable)}

    def opened_value(self, variable, name):
        rows = self.result("value-children", handle=variable["handle"])["variables"]
        return next(row["value"] for row in rows if row["name"] == name)

    def child(self, variable, name):
        """The child of this name, wherever it is among the groups."""
        return next(c for c in self.with_groups(variable) if c["name"] == name)

    def with_groups(self, variable, count=1000):
        """The children, those in groups in their groups' places."""
        for child in self.children(variable, count=count):
            if "group" in child:
                yield from self.children(variable, group=child["group"], count=count)
            else:
                yield child


def comparable(rows):
    """Without handles: each page makes new ones."""
    return [{key: row[key] for key in row if key != "handle"} for row in rows]


def told(row):
    """What a row says of its value, without its name and handle."""
    return {key: row.get(key) for key in ("value", "type", "object", "indexed", "named")}
