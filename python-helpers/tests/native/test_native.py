"""Native variables, expressions and registers, through the helpers' MI door."""

import time
import unittest

import programs
from mi_session import MiSession


class Stopped(unittest.TestCase):
    """A program that stands in its function ``stop``; tests look at the frame that called it."""

    program = None
    place = "stop"

    @classmethod
    def setUpClass(cls):
        cls.session = MiSession("--args", *cls.command())
        cls.session.send("-break-insert -f " + cls.place)
        cls.session.resume("-exec-run")

    @classmethod
    def command(cls):
        return [programs.build(cls.program)]

    @classmethod
    def tearDownClass(cls):
        cls.session.close()

    def locals(self, level=1):
        rows = self.session.result("native-locals", thread=1, level=level)["variables"]
        return {row["name"]: row for row in rows}

    def children(self, row, **page):
        return self.session.result("value-children", handle=row["handle"], **page)["variables"]

    def opened(self, row):
        return {child["name"]: child for child in self.children(row)}

    def evaluate(self, expression, context="watch", level=1):
        return self.session.ask(
            "native-evaluate", thread=1, level=level, expression=expression, context=context
        )


class Values(Stopped):
    program = "values.c"

    def test_arguments_come_first_then_the_innermost_block(self):
        names = list(self.locals())
        self.assertEqual(names[:3], ["count", "text", "shadowed"])
        outer = "shadowed (line %d)" % programs.line("values.c", "outer")
        self.assertEqual(names[-1], outer)

    def test_what_a_native_frame_has_is_its_own(self):
        for name, is_own in (("origin", True), ("shadowed", True), ("million", False), ("main", False)):
            message = "There is no name '%s' in f." % name
            said = " '%s' is a variable in C: select the frame 'frame' for it." % name
            hint = self.session.result("hint", thread=1, level=2, expression=name, message=message, python=True)
            self.assertEqual(hint["text"], message + said * is_own)

    def test_a_shadowed_variable_has_no_expression(self):
        found = self.locals()
        outer = found["shadowed (line %d)" % programs.line("values.c", "outer")]
        self.assertEqual((found["shadowed"]["value"], outer["value"]), ("2", "1"))
        self.assertNotIn("access", outer)

    def test_scalars_are_leaves(self):
        found = self.locals()
        real = found["real"]
        self.assertEqual(hex(int(self.value("(long)&real"))), real.pop("memory"))
        self.assertEqual(real, {"name": "real", "type": "double", "access": "real", "value": "2.5"})
        self.assertEqual(found["colour"]["value"], "GREEN")

    def test_a_value_in_full(self):
        found = self.session.result("native-whole-text", thread=1, level=1, expression="mixed")
        self.assertIn("corner = {", found["text"])

    def test_struct_with_bit_fields_and_anonymous_union(self):
        mixed = self.locals()["mixed"]
        self.assertEqual((mixed["type"], mixed["named"]), ("struct mixed", 5))
        fields = self.opened(mixed)
        self.assertEqual((fields["low"]["value"], fields["high"]["value"]), ("3", "17"))
        self.assertEqual(fields["corner"]["value"], "{x = 7, y = 8}")
        inside = self.opened(fields["<anonymous union>"])
        self.assertEqual(inside["anonymous_int"]["value"], "42")

    def test_accesses_compose_to_expressions(self):
        fields = self.opened(self.locals()["mixed"])
        union = fields["<anonymous union>"]
        inside = self.opened(union)["anonymous_int"]
        self.assertEqual(self.value("mixed" + union["access"] + inside["access"]), "42")
        target = self.opened(fields["next"])["y"]
        self.assertEqual(self.value("mixed" + fields["next"]["access"] + target["access"]), "2")
        row = self.children(self.locals()["matrix"], start=1, count=1)[0]
        cell = self.children(row)[2]
        self.assertEqual(self.value("matrix" + row["access"] + cell["access"]), "6")
        behind = self.children(self.locals()["pointer"])[0]
        self.assertEqual(self.value("pointer" + behind["access"]), "2")

    def value(self, expression):
        return self.evaluate(expression)["result"]["value"]

    def test_children_of_any_expression_evaluate_back(self):
        for expression in ("(struct point *)&origin", "&origin + 0", "*&mixed", "mixed.corner", "matrix[1]", "$_siginfo"):
            with self.subTest(expression):
                row = self.evaluate(expression)["result"]
                for child in self.children(row):
                    if child["access"]:
                        self.assertEqual(self.value(row["access"] + child["access"]), child["value"])

    def test_what_the_console_did_is_not_done_again(self):
        self.assertNotIn("access", self.evaluate("origin.x = 1", "repl")["result"])
        self.assertEqual(self.evaluate("mixed.corner", "repl")["result"]["access"], "mixed.corner")

    def test_what_is_open_shows_what_was_written(self):
        rows = [self.locals()[name] for name in ("origin", "matrix", "pointer")]
        before = [self.children(row)[-1] for row in rows]
        self.addCleanup(self.evaluate, "origin.y = 2", "repl")
        self.addCleanup(self.evaluate, "matrix[1][2] = 6", "repl")
        self.evaluate("origin.y = 77", "repl")
        self.evaluate("matrix[1][2] = 78", "repl")
        values = [self.children(row)[-1]["value"] for row in rows]
        self.assertEqual(values, ["77", "{4, 5, 78}", "77"])
        self.assertEqual(self.children(before[1])[-1]["value"], "78")

    def test_pointers(self):
        found = self.locals()
        self.assertEqual(found["nowhere"]["value"], "0x0")
        self.assertNotIn("handle", found["nowhere"])
        self.assertNotIn("handle", found["opaque"])
        self.assertNotIn("handle", found["blind"])
        self.assertIn("<stop>", found["function"]["value"])
        self.assertEqual(self.children(found["pointer"])[0]["name"], "*pointer")
        self.assertIn('"argument"', found["text"]["value"])

    def test_a_wild_pointer_is_an_error_per_field(self):
        values = [row["value"] for row in self.children(self.locals()["wild"])]
        self.assertEqual(values[0], "<error: Cannot access memory at address 0x8>")
        self.assertEqual(len(values), 2)

    def test_a_string_is_bounded(self):
        value = self.locals()["endless"]["value"]
        self.assertTrue(value.endswith('"…'), value[-10:])
        self.assertTrue(2000 < len(value) < 2100, len(value))

    def test_the_length_of_strings_counts_their_characters_alone(self):
        for limit, shown in ((10, '"abcdefghij"…'), (1, '"a"…')):
            self.session.result("formats", string=limit)
            self.addCleanup(self.session.result, "formats", string=2000)
            value = self.locals()["endless"]["value"]
            self.assertTrue(value.endswith(" " + shown), value)

    def test_arrays_open_in_pages(self):
        million = self.evaluate("million")["result"]
        self.assertEqual(million["indexed"], 1000000)
        self.assertLess(len(million["value"]), 250)
        begin = time.monotonic()
        page = self.children(million, filter="indexed", start=999998, count=100)
        self.assertLess(time.monotonic() - begin, 0.1)
        self.assertEqual([row["name"] for row in page], ["[999998]", "[999999]"])
        self.assertEqual(self.children(million, filter="named"), [])
        self.assertEqual(len(self.children(million)), 1000)

    def test_an_array_of_variable_length(self):
        array = self.locals()["variable_length"]
        self.assertEqual((array["indexed"], self.children(array)[0]["value"]), (4, "33"))

    def test_a_huge_struct_is_not_fetched_for_its_summary(self):
        huge = self.evaluate("huge")["result"]
        self.assertEqual(huge["value"], "{…}")
        self.assertIn("bytes", self.opened(huge))

    def test_only_the_console_may_call_or_write(self):
        changing = ("stop(1)", "origin.x = 3", "origin.x++", "$rax = 1", "$rax or_eq 1", "number.whole += 1", "$_shell(\"true\")")
        for expression in changing:
            for context in ("watch", "hover", "variables", "clipboard"):
                error = self.evaluate(expression, context)["error"]
                self.assertEqual(error["kind"], "user")
                self.assertIn("debug console", error["message"])
        self.assertEqual(self.value("origin.x == 1 && text[0] != '='"), "1")
        self.assertEqual(self.evaluate("origin.x = 6", "repl")["result"]["value"], "6")
        self.assertEqual(self.value("origin.x <= 6"), "1")
        self.assertEqual(self.evaluate("origin.x = 1", "repl")["result"]["value"], "1")

    def test_format_specifiers(self):
        for expression, value in (
            ("mixed.high,x", "0x11"),
            ("mixed.high , b", "10001"),
            ("mixed.high,o", "021"),
            ("(1,2),h", "0x2"),
            ("mixed.corner,x", "{x = 0x7, y = 0x8}"),
            ("&matrix[0][0],[4]", "{1, 2, 3, 4}"),
            ("matrix[1],[2]", "{4, 5}"),
            ("text,s", self.value("text")),
            ("(1,2)", "2"),
        ):
            with self.subTest(expression):
                self.assertEqual(self.value(expression), value)
        row = self.evaluate("&matrix[0][0],[4]")["result"]
        self.assertEqual(self.value(row["access"] + self.children(row)[3]["access"]), "4")
        self.assertIn("No symbol", self.evaluate("million,z")["error"]["message"])

    def test_completions_know_functions_and_tags(self):
        for text, label in (("st", "stop"), ("fra", "frame"), ("sizeof(struct mi", "mixed"), ("1 + mai", "main")):
            with self.subTest(text):
                found = self.session.result("completions", thread=1, level=1, text=text)["items"]
                self.assertIn(label, [item["label"] for item in found])

    def test_a_refused_expression_leaves_gdb_as_it_was(self):
        self.evaluate("stop(1)")
        self.evaluate("no_such_name")
        for switch in ("may-call-functions", "may-write-memory"):
            self.assertIn('value="on"', self.session.send("-gdb-show " + switch))

    def test_what_the_user_switched_off_stays_off(self):
        self.session.send("-gdb-set may-call-functions off")
        self.addCleanup(self.session.send, "-gdb-set may-call-functions on")
        self.assertEqual(self.value("origin.x"), "1")
        self.assertIn('value="off"', self.session.send("-gdb-show may-call-functions"))
        message = self.evaluate("stop(1)", "repl")["error"]["message"]
        self.assertEqual(message, "Cannot call functions in the program: may-call-functions is off.")

    def test_gdb_says_what_is_wrong_with_an_expression(self):
        message = self.evaluate("no_such_name")["error"]["message"]
        self.assertEqual(message, 'No symbol "no_such_name" in current context.')
        message = self.evaluate("*(int *)8")["error"]["message"]
        self.assertEqual(message, "Cannot access memory at address 0x8.")

    def test_an_operation_leaves_the_selected_frame(self):
        self.session.send("-stack-select-frame 2")
        self.locals(level=0)
        self.assertIn('level="2"', self.session.send("-stack-info-frame"))
        self.session.send("-stack-select-frame 0")

    def test_frames_and_threads_that_do_not_exist(self):
        error = self.session.ask("native-locals", thread=1, level=99)["error"]
        self.assertEqual(error["message"], "The stack of thread 1 has no frame 99.")
        error = self.session.ask("native-locals", thread=7, level=0)["error"]
        self.assertEqual(error["message"], "There is no thread 7 any more; it has ended.")

    def test_registers(self):
        rows = self.session.result("registers", thread=1, level=1)["variables"]
        found = {row["name"]: row for row in rows}
        pc = found.get("rip") or found["pc"]
        self.assertRegex(pc["value"], r"^0x[0-9a-f]{16} <frame\+\d+>$")
        rows = [row for row in rows if "group" not in row]
        self.assertTrue(all(row["value"].startswith("0x") for row in rows))


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

    def test_numbers(self):
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


class Classes(Stopped):
    program = "classes.cpp"
    place = "classes.cpp:%d" % programs.line("classes.cpp", "garbage")

    def test_base_classes_and_static_members(self):
        derived = self.opened(self.locals()["derived"])
        base = self.opened(derived["Base"])
        self.assertEqual((base["inherited"]["value"], base["shared"]["value"]), ("1", "11"))
        self.assertEqual("derived" + derived["Base"]["access"] + base["inherited"]["access"], "derived.inherited")
        self.assertEqual(base["shared"]["access"], ".shared")

    def test_a_base_class_behind_a_pointer(self):
        base = self.opened(self.locals()["pointer"])["Base"]
        self.assertEqual(self.opened(base)["inherited"]["access"], "->inherited")

    def test_a_reference_opens_as_what_it_refers_to(self):
        reference = self.locals()["reference"]
        self.assertEqual(reference["type"], "Derived &")
        self.assertEqual(self.opened(reference)["own"]["access"], ".own")

    def test_an_overloaded_operator_is_a_call(self):
        self.assertIn("would call a function", self.evaluate("sequence[1]")["error"]["message"])

    def test_strings(self):
        found = self.locals()
        self.assertEqual(found["text"]["value"], '"hello"')
        self.assertEqual(found["nothing"]["value"], '""')
        self.assertEqual(found["endless"]["value"], '"%s"…' % ("x" * 2000))

    def test_a_vector_opens_in_pages(self):
        numbers = self.locals()["numbers"]
        self.assertEqual(numbers["indexed"], 2500)
        page = self.children(numbers, start=1000, count=2)
        self.assertEqual([row["value"] for row in page], ["1000", "1001"])
        again = self.children(numbers, start=0, count=1)
        self.assertEqual(again[0]["value"], "0")

    def test_an_open_vector_shows_what_was_written(self):
        numbers = self.locals()["numbers"]
        self.assertEqual(self.children(numbers, start=1, count=1)[0]["value"], "1")
        self.addCleanup(self.evaluate, "*numbers._M_impl._M_start = 0", "repl")
        self.evaluate("*numbers._M_impl._M_start = 99", "repl")
        self.assertEqual(self.children(numbers, start=0, count=1)[0]["value"], "99")

    def test_a_map_shows_its_keys(self):
        ages = self.locals()["ages"]
        self.assertEqual(ages["indexed"], 2)
        self.assertEqual({row["name"]: row["value"] for row in self.children(ages)}, {'["ann"]': "30", '["bob, whose name is long"]': "40"})

    def test_a_container_before_its_construction_is_bounded(self):
        rows = self.session.result("native-locals", thread=1, level=0)["variables"]
        self.assertEqual([row["name"] for row in rows], ["value", "garbage", "broken", "dangling"])
        for row in rows[2:]:
            self.assertLess(len(str(self.children(row) if "handle" in row else row)), 1000000)

    def test_a_container_behind_a_pointer(self):
        behind = self.locals()["behind"]
        target = self.children(behind)[0]
        self.assertEqual((target["name"], target["value"]), ("*behind", 'std::vector of length 1, capacity 1 = {"one"}'))
        self.assertEqual(self.children(target)[0]["value"], '"one"')

    def test_a_smart_pointer(self):
        owner = self.locals()["owner"]
        self.assertIn("std::unique_ptr", owner["value"])
        self.assertIn("get()", self.opened(owner))

    def printer(self, kind, body):
        """Register a pretty-printer for values of the type; ``body`` has the class's members."""
        made = "type('Printer', (), dict({'__init__': lambda self, value: None}, **%s))" % body
        lookup = "lambda value, made=%s: made(value) if str(value.type) == '%s' else None" % (made, kind)
        self.session.console("python gdb.pretty_printers.insert(0, %s)" % lookup)
        self.addCleanup(self.session.console, "python del gdb.pretty_printers[0]")

    def test_a_printer_that_fails_loses_nothing_else(self):
        for member in ("to_string", "__init__", "display_hint"):
            with self.subTest(member):
                self.printer("Derived", "{'to_string': lambda self: 'text', '%s': lambda *given: {}['field']}" % member)
                found = self.locals()
                self.assertEqual(found["derived"]["value"], "<error: its pretty-printer failed: 'field'>")
                self.assertEqual(self.opened(found["derived"])["own"]["value"], "2")
                self.assertEqual(found["text"]["value"], '"hello"')
                behind = self.children(found["pointer"])[0]
                self.assertEqual(behind["value"], "<error: its pretty-printer failed: 'field'>")

    def test_a_printer_that_cannot_be_looked_up(self):
        self.session.console("python gdb.pretty_printers.insert(0, lambda value: {}[str(value.type)])")
        self.addCleanup(self.session.console, "python del gdb.pretty_printers[0]")
        found = self.locals()
        self.assertEqual(found["derived"]["value"], "<error: its pretty-printer failed: 'Derived'>")
        self.assertEqual(self.opened(found["derived"])["own"]["value"], "2")

    def test_a_printer_that_loops_is_given_up(self):
        loop = "lambda self: exec('while True:\\n try:\\n  while True: pass\\n except Exception: pass')"
        self.printer("Derived", "{'to_string': %s}" % loop)
        begin = time.monotonic()
        found = self.locals()
        self.assertLess(time.monotonic() - begin, 5)
        self.assertEqual(found["derived"]["value"], "<error: its pretty-printer failed: it took too long and was given up>")
        self.assertEqual(self.opened(found["derived"])["own"]["value"], "2")
        self.assertEqual(found["text"]["value"], '"hello"')
        begin = time.monotonic()
        self.assertEqual(self.value_of(found["pointer"]), "2")
        self.assertLess(time.monotonic() - begin, 5)

    def value_of(self, pointer):
        """Its member ``own``, by way of what the pointer points to."""
        return self.opened(self.children(pointer)[0])["own"]["value"]

    def test_a_page_of_values_that_loop_comes_to_an_end(self):
        self.printer("Derived", "{'to_string': lambda self: exec('while True: pass')}")
        many = "lambda self: (('[%d]' % i, derived) for i in range(50))"
        self.session.console("python derived = gdb.newest_frame().older().read_var('derived')")
        self.printer("Sequence", "{'to_string': lambda self: 'many', 'children': %s}" % many)
        row = self.locals()["sequence"]
        begin = time.monotonic()
        self.assertEqual(len(self.children(row, start=0, count=50)), 50)
        self.assertLess(time.monotonic() - begin, 6)

    def test_a_printer_whose_children_never_come(self):
        self.session.console("python twinstack.time_limit.PAGE = 1")
        self.addCleanup(self.session.console, "python twinstack.time_limit.PAGE = 15")
        never = "lambda self: iter(lambda: exec('while True: pass'), 1)"
        self.printer("Sequence", "{'to_string': lambda self: 'never', 'children': %s}" % never)
        row = self.children(self.locals()["sequence"])[0]
        self.assertIn("took too long", row["value"])

    def test_a_printer_that_prints_ten_megabytes(self):
        much = "lambda self: 'x' * 10000000"
        self.printer("Derived", "{'to_string': %s, 'children': lambda self: [('n' * 10000000, 'y' * 10000000)]}" % much)
        derived = self.locals()["derived"]
        (child,) = self.children(derived)
        self.assertTrue(all(2000 <= len(text) <= 2200 for text in (derived["value"], child["name"], child["value"])))

    def test_a_vector_of_a_million_opens_anywhere_at_once(self):
        million = self.evaluate("million")["result"]
        begin = time.monotonic()
        page = self.children(million, start=999990, count=100)
        self.assertLess(time.monotonic() - begin, 0.5)
        self.assertEqual([row["value"] for row in page][-1], "999999")
        self.assertEqual(self.evaluate("million" + page[-1]["access"])["result"]["value"], "999999")

    def test_a_printers_children_may_have_any_name_and_any_value(self):
        odd = "type('Odd', (), {'__str__': lambda self: {}['text']})()"
        self.printer(
            "Sequence", "{'to_string': lambda self: 'odd', 'children': lambda self: [(1, 'one'), (gdb.Value(2), %s)]}" % odd
        )
        rows = self.children(self.locals()["sequence"])
        self.assertEqual([(row["name"], row["value"]) for row in rows], [("1", "one"), ("2", "<error: 'text'>")])

    def test_a_printer_cannot_call_into_the_program(self):
        calls = "lambda self: str(gdb.parse_and_eval('twice(21)'))"
        self.printer("Derived", "{'to_string': %s}" % calls)
        refused = "<error: its pretty-printer failed: Cannot call functions in the program: may-call-functions is off.>"
        found = self.locals()
        self.assertEqual(found["derived"]["value"], refused)
        self.assertEqual(self.children(found["pointer"])[0]["value"], refused)
        self.assertEqual(self.evaluate("derived")["result"]["value"], refused)
        self.assertNotIn("may-call-functions", self.evaluate("derived", "repl")["result"]["value"])

    def test_a_printer_whose_children_fail(self):
        self.printer("Sequence", "{'to_string': lambda self: 'odd', 'children': lambda self: {}['children']}")
        rows = self.children(self.locals()["sequence"])
        self.assertEqual([(row["name"], row["value"]) for row in rows], [("<error>", "<error: 'children'>")])

    def test_a_key_whose_printer_fails_is_one_bad_name(self):
        self.printer("Base", "{'to_string': lambda self: {}['key']}")
        self.session.console("python base = gdb.newest_frame().older().read_var('derived').cast(gdb.lookup_type('Base'))")
        self.printer(
            "Sequence",
            "{'to_string': lambda self: 'keys', 'display_hint': lambda self: 'map',"
            " 'children': lambda self: [('', base), ('', 1), ('', 2), ('', 3)]}",
        )
        rows = self.children(self.locals()["sequence"])
        self.assertEqual(
            [(row["name"], row["value"]) for row in rows],
            [("[<error: its pretty-printer failed: 'key'>]", "1"), ("[2]", "3")],
        )

    def test_a_printer_of_unknown_length_continues_where_a_page_ended(self):
        long = "{'to_string': lambda self: 'long', 'children': lambda self: (('[%d]' % i, i) for i in range(1500))}"
        self.printer("Sequence", long)
        row = self.locals()["sequence"]
        first, rest = self.children(row), self.children(row, start=1000)
        self.assertEqual((len(first), len(rest)), (1000, 500))
        self.assertEqual((rest[0]["value"], rest[-1]["value"]), ("1000", "1499"))

    def test_a_page_that_the_user_ended_is_read_anew(self):
        self.session.console("python quits = [KeyboardInterrupt]")
        self.printer(
            "Sequence",
            "{'to_string': lambda self: 'slow', 'children': lambda self:"
            " (('[%d]' % i, i if i != 33 or not quits else exec('raise quits.pop()')) for i in range(39))}",
        )
        row = self.locals()["sequence"]
        self.assertEqual(len(self.children(row, start=0, count=32)), 32)
        self.assertIn("^error", self.session.knock("value-children", handle=row["handle"], start=32, count=2))
        page = self.children(row, start=32, count=2)
        self.assertEqual([row["value"] for row in page], ["32", "33"])


class Inheritance(Stopped):
    program = "inheritance.cpp"

    def reached(self, row, expression):
        """(expression or None, value) of each scalar below ``row``."""
        found = []
        for child in self.children(row):
            if child["name"].startswith("_vptr"):
                continue
            reachable = expression is not None and "access" in child
            inside = expression + child["access"] if reachable else None
            if "handle" in child:
                found += self.reached(child, inside)
            else:
                found.append((inside, child["value"]))
        return found

    def test_every_expression_evaluates_back(self):
        for name in ("root", "diamond", "templates", "spaces", "virtually", "pointer", "reference", "array"):
            found = [each for each in self.reached(self.locals()[name], name) if each[0]]
            self.assertTrue(found)
            for expression, value in found:
                with self.subTest(expression):
                    self.assertEqual(self.evaluate(expression)["result"]["value"], value)

    def test_what_cannot_be_named_has_no_expression(self):
        found = self.reached(self.locals()["diamond"], "diamond")
        twice = [(None, "1"), (None, "2"), (None, "3")]
        left = twice + [("diamond.Left::name", "4"), ("diamond.left", "5")]
        right = twice + [("diamond.Right::name", "6"), (None, "7")]
        self.assertEqual(found, left + right + [("diamond.name", "8"), ("diamond.inside", "9")])
        self.assertIn(("pointer->Right::name", "6"), self.reached(self.locals()["pointer"], "pointer"))
        spaces = self.reached(self.locals()["spaces"], "spaces")
        self.assertIn(("spaces.'(anonymous namespace)::Hidden'::name", "15"), spaces)

    def test_a_table_of_virtual_functions_has_no_expression(self):
        for row in self.children(self.locals()["root"]):
            self.assertEqual("access" in row, not row["name"].startswith("_vptr"), row)


class PythonPointers(Stopped):
    @classmethod
    def command(cls):
        executable, include = programs.python()
        programs.library("extension.c", "-I" + include)
        code = "import sys; sys.path.insert(0, %r); import extension; extension.call([1, 'two'])"
        return [executable, "-c", code % programs.BUILT]

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
        executable, include = programs.python()
        programs.library("objects.cpp", "-I" + include)
        code = "import sys; sys.path.insert(0, %r); import objects; objects.call([1, 'two'])"
        return [executable, "-c", code % programs.BUILT]

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
        self.assertEqual(["1", "[1, 'two']", "[1, 'two']"], [holder[n]["value"] for n in ("number", "member", "fixed")])
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


if __name__ == "__main__":
    unittest.main()


class BelowC(Stopped):
    """A frame of C++ that has called a function of C, where the program stands."""

    place = "leaf"

    @classmethod
    def command(cls):
        return [programs.build("caller.cpp", "-x", "c", programs.source("leaf.c"), "-x", "none")]

    def test_what_a_frame_of_cpp_has_opens_in_its_language(self):
        outer = self.locals()["outer"]
        weights = self.opened(outer)["weights"]
        self.assertTrue(weights["type"].startswith("std::map<int, double"), weights)
        self.assertEqual({row["name"]: row["value"] for row in self.children(weights)}, {"[7]": "1.5"})
