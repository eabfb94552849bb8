"""Variables, expressions and registers of C."""

import programs
from stopped_case import Stopped


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

    def test_pointers_open_into_what_they_point_to(self):
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
        page = self.children(million, filter="indexed", start=999998, count=100)
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

    def test_format_specifiers_behind_an_expression_format_it(self):
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

    def test_registers_are_addresses_in_hexadecimal(self):
        rows = self.session.result("registers", thread=1, level=1)["variables"]
        found = {row["name"]: row for row in rows}
        pc = found.get("rip") or found["pc"]
        self.assertRegex(pc["value"], r"^0x[0-9a-f]{16} <frame\+\d+>$")
        rows = [row for row in rows if "group" not in row]
        self.assertTrue(all(row["value"].startswith("0x") for row in rows))
