"""Objects of the standard library's types, and of those that the interpreter makes for code: what they hold and where they stand."""

from unittest import mock

from debuggee import Debugged, line, version
from twinstack.objects import library_reprs
from twinstack.objects.writer import MAX_TEXT
from zoo_case import Zoo


class ObjectsOfTheLibrary(Zoo):
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

    def test_a_namedtuple_has_its_fields_and_its_items(self):
        names = [child["name"] for child in self.children(self.exact["pair"])]
        self.assertEqual(["[0]", "[1]", "left", "right", "[C view]"], names)

    def test_a_class_derived_from_a_namedtuple_keeps_its_fields(self):
        self.assertEqual("Twins(left=1, right='r')", self.exact["twins"]["value"])
        self.assertEqual("'r'", self.child(self.exact["twins"], "right")["value"])

    def test_the_text_of_a_wide_namedtuple_is_bounded(self):
        self.assertLess(len(self.opened["wide_pair"]["value"]), 3 * MAX_TEXT)

    def test_what_is_too_long_for_its_text(self):
        self.assertEqual("PurePosixPath('%s'...)" % ("a" * 250), self.opened["long_path"]["value"])
        where = {"thread": self.thread(), "frame": self.python_frame("zoo")}
        with mock.patch.object(library_reprs, "MAX_COUNTED", 2):
            found = self.result("evaluate", expression="exact['counter_of_floats']", **where)
        self.assertEqual("Counter({...})", found["value"])

    def test_files_in_memory(self):
        for name, value, position in (
            ("text_added", "'one, é, €'", "9"),
            ("text_changed", "'fi€st'", "3"),
            ("no_text", "''", "0"),
            ("data", "b'fourteen'", "8"),
        ):
            with self.subTest(name):
                found = self.members(self.opened[name])
                told = [found[each]["value"] for each in ("[value]", "[position]", "closed")]
                self.assertEqual([value, position, "False"], told)
        for name in ("closed_text", "closed_data"):
            with self.subTest(name):
                found = self.members(self.opened[name])
                self.assertEqual(("True", False), (found["closed"]["value"], "[value]" in found))

    def test_a_file_in_memory_that_is_too_long_opens_into_parts(self):
        value = self.members(self.opened["much_text"])["[value]"]
        self.assertEqual("'%s'..." % ("ab" * (MAX_TEXT // 2)), value["value"])
        self.assertEqual("'%s'" % ("ab" * 100), self.opened_value(value, "[200000:200200]"))

    def test_contexts_have_the_values_of_their_variables(self):
        for name, count in (("few_variables", 2), ("many_variables", 40), ("no_variables", 0)):
            with self.subTest(name):
                found = self.opened[name]
                self.assertEqual(count, found.get("indexed", 0))
                children = self.children(found, filter="indexed")
                values = {child["name"].split("'")[1]: child["value"] for child in children}
                self.assertEqual({"variable%d" % number: "[%d]" % number for number in range(count)}, values)
        whole, part = (self.children(self.opened["many_variables"], filter="indexed", start=s, count=9) for s in (0, 4))
        self.assertEqual(whole[4:], part[:5])

    def test_what_each_thread_has_of_its_own(self):
        for name, main, keeper in (
            ("local", "{'own': 'of the main thread'}", "{'own': 'of the keeper'}"),
            ("derived_local", "{}", "{'other': 7}"),
        ):
            with self.subTest(name):
                found = self.members(self.opened[name])
                self.assertEqual([main, keeper], [found[each]["value"] for each in ("[MainThread]", "[keeper]")])


class EqualHashes(Debugged):
    PROGRAM = "equal_hashes.py"

    def test_variables_of_a_context_whose_hashes_are_equal(self):
        found = self.locals("main")["context"]
        children = self.children(found, filter="indexed")
        self.assertEqual(["'first'", "'second'", "'third'"], sorted(child["value"] for child in children))
