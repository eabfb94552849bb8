"""Function breakpoints and log points, decided inside GDB."""

import json
import os
import re
import unittest

import programs
from breakpoint_case import PluginCase, Session
from mi_session import unescaped

UNLOADED = (13, 1)  # the first GDB that tells its Python what is unloaded
WRITES_WHILE_RUNNING = (11, 1)  # the first GDB that changes breakpoints without a pause


class FunctionBreakpoints(PluginCase):
    def functions(self, *requests):
        wanted = [each if isinstance(each, dict) else {"name": each} for each in requests]
        return self.session.result("set-function-breakpoints", breakpoints=wanted)["breakpoints"]

    def test_a_function_is_where_its_body_begins(self):
        (row,) = self.functions("main")
        self.assertEqual((row["verified"], row["path"]), (True, programs.source("host.c")))
        self.assertEqual(row["line"], programs.line("host.c", "start"))
        self.assertIn('bkptno="%s"' % row["number"], self.session.resume("-exec-run"))

    def test_one_of_a_library_that_is_not_loaded_is_pending(self):
        (row,) = self.functions({"name": "plugin", "condition": "n > 10", "hitCondition": "%4"})
        self.assertFalse(row["verified"])
        self.assertEqual(row["message"], "No loaded program or library has a function 'plugin' yet; for one of Python write 'py:plugin'.")
        self.assertEqual(self.run_to_end(), [("1", 14), ("1", 18)])

    def test_what_is_no_name_of_pythons(self):
        of_class, nameless = self.functions("app::plugin", " ")
        self.assertEqual(of_class["message"], "No loaded program or library has a function 'app::plugin' yet.")
        self.assertEqual((nameless["number"], nameless["message"]), (None, "A breakpoint at a function takes its name, and there is none."))

    def test_the_function_of_one_file(self):
        here, elsewhere = self.functions("plugin.c:plugin", "host.c:plugin")
        self.assertEqual({number for number, _ in self.run_to_end()}, {here["number"]})
        self.assertFalse(elsewhere["verified"])

    def test_a_regular_expression_finds_functions_of_later_libraries_too(self):
        (row,) = self.functions({"name": "/^(main|plug.*)$/", "hitCondition": "<= 3"})
        self.assertEqual((row["verified"], row["message"], len(row["natives"])), (True, "Matching functions: 1.", 1))
        since = len(self.session.log)
        stops = self.run_to_end()
        self.assertEqual([n for _, n in stops], [None, 0, 1])
        told = [text for text in self.session.log[since:] if "twinstack-event breakpoint" in text][-1]
        changed = json.loads(unescaped(re.search(r"({.*})", told).group(1)))
        self.assertEqual(changed["number"], row["number"])
        self.assertEqual(set(changed["natives"]), {number for number, _ in stops})

    def test_a_regular_expression_that_matches_nothing_or_is_none(self):
        nothing, none = self.functions("/^no_such_function$/", "/(/")
        self.assertFalse(nothing["verified"])
        self.assertEqual(nothing["message"], "No loaded program or library has a function that matches /^no_such_function$/ yet.")
        self.assertIsNone(none["number"])
        self.assertIn("/(/ is no regular expression: ", none["message"])

    def test_one_that_is_taken_away_stops_no_more(self):
        self.functions("plugin", "/^plug/", "main")
        (row,) = self.functions("main")
        self.assertEqual([number for number, _ in self.run_to_end()], [row["number"]])

    def test_a_changed_condition_keeps_the_breakpoint(self):
        (before,) = self.functions({"name": "main", "condition": "count == 1"})
        (after,) = self.functions({"name": "main", "condition": "count == 2"})
        self.assertEqual(after["number"], before["number"])
        self.assertEqual(len(self.run_to_end()), 1)
        (refused,) = self.functions({"name": "main", "condition": "no_such == 2"})
        self.assertIn("The condition 'no_such == 2' cannot be used here", refused["message"])
        self.assertEqual(self.run_to_end(), [])


class FunctionNames(Session):
    """What "info functions" says of C++: namespaces, classes, templates."""

    def test_functions_of_cpp(self):
        session = self.start(programs.build("thrown.cpp"))
        wanted = [{"name": each} for each in ("/^app::Both::Both$/", "/^thrown<int>$/", "thrown<app::Plain>", "app::Failure::Failure")]
        rows = session.result("set-function-breakpoints", breakpoints=wanted)["breakpoints"]
        self.assertEqual([each["verified"] for each in rows], [True] * 4, rows)


    def test_names_that_are_no_words(self):
        session = self.start(programs.build("operators.cpp"))
        wanted = ("/operator/", "/app::Box/", "/hidden/", "/^app::Op::operator bool/", "/lambda/")
        rows = session.result("set-function-breakpoints", breakpoints=[{"name": each} for each in wanted])["breakpoints"]
        self.assertEqual([each["verified"] for each in rows], [True] * 5, rows)
        places = {native: row["number"] for row in rows for native in row["natives"]}
        hit, record = [], session.resume("-exec-run")
        while 'reason="exited' not in record:
            hit.append((places[record.split('bkptno="')[1].split('"')[0]], record.split('func="')[1].split('"')[0]))
            record = session.resume()
        names = [name for _, name in hit]
        for name in ("app::Op::operator()", "app::Op::operator bool", "app::Box<int>::get", "app::(anonymous namespace)::hidden"):
            self.assertTrue(any(each.startswith(name) for each in names), names)
        self.assertTrue(any(each.startswith("app::Box<std::function<int") for each in names), names)

    def test_names_as_they_are_typed_for_gdb(self):
        session = self.start(programs.build("operators.cpp"))
        wanted = ("operators.cpp:main", "app::Box<int>::get(int)", "app::Box<int>::get", "app::Op::operator()(int) const", "Step<2>::counted",
                  "app::(anonymous namespace)::hidden(int)", "hidden", " app::Op::operator bool ", "counted")
        rows = session.result("set-function-breakpoints", breakpoints=[{"name": each} for each in wanted])["breakpoints"]
        self.assertRegex(rows[-1]["message"], r"^It is in [2-9] places\.$")  # Step<1> and others
        self.assertEqual([each["verified"] for each in rows], [True] * len(wanted), rows)
        (other,) = session.result("set-function-breakpoints", breakpoints=[{"name": "app::Box<int>::get(char)"}])["breakpoints"]
        self.assertFalse(other["verified"])

    def test_a_set_that_fails_leaves_nothing_behind(self):
        session = self.start(programs.build("operators.cpp"))
        session.result("set-function-breakpoints", breakpoints=[{"name": "main"}, {"name": "/counted/"}])
        session.ask("set-function-breakpoints", breakpoints=[{"name": "main"}, {"name": 5}])
        session.result("set-function-breakpoints", breakpoints=[])
        self.assertIn('reason="exited-normally"', session.resume("-exec-run"))


class InLibraries(Session):
    """/regex/ and libraries that come and go."""

    def begin(self, *libraries, expression="/^(many|plugin)$/"):
        self.session = self.start(programs.build("loader.c"), *libraries)
        (row,) = self.session.result("set-function-breakpoints", breakpoints=[{"name": expression}])["breakpoints"]
        return row

    def library(self, name):
        path = os.path.join(programs.BUILT, name + ".c")
        with open(path, "w") as text:
            text.write("int many(int n) {\n  return n;\n}\nint more_of_%s(void) {\n  return 1;\n}\n" % name)
        return programs.library(name + ".c", path=path)

    def told(self):
        events = (re.search(r"twinstack-event breakpoint ({.*})", text) for text in self.session.log)
        return [json.loads(unescaped(found.group(1))) for found in events if found]

    def test_each_library_is_looked_into_once(self):
        libraries = [self.library("library%d" % number) for number in range(4)]
        self.begin("keep", *libraries)
        self.session.console("python import twinstack.said as said; commands = []; execute = said.executed")
        self.session.console("python said.executed = lambda text: commands.append(text) or execute(text)")
        record, lines = self.session.resume("-exec-run"), []
        while 'reason="exited' not in record:
            lines.append(record.split('line="')[1].split('"')[0])
            record = self.session.resume()
        self.assertEqual(lines, ["2"] * 4)
        self.session.console("python print('asked', [sum(each in text for text in commands) for each in %r])" % libraries)
        self.assertIn('~"asked [1, 1, 1, 1]\\n"', self.session.log)
        self.session.console("python print('info', sum(text.startswith('info functions') for text in commands))")
        self.assertIn('~"info 0\\n"', self.session.log)

    def test_what_is_unloaded_is_told(self):
        self.begin(self.library("once"), "keep", self.library("again"))
        for _ in range(2):
            self.assertIn('func="many"', self.session.resume("-exec-run"))
            self.assertIn('func="many"', self.session.resume())
            self.assertIn('reason="exited', self.session.resume())
        said = [text for text in self.session.log if text.startswith("&") and "rror" in text]
        self.assertEqual(said, [])
        if self.session.version >= UNLOADED:
            self.assertEqual([row["verified"] for row in self.told()][:3], [True, False, True])

    def test_an_expression_that_matches_too_many_functions_is_refused(self):
        path = os.path.join(programs.BUILT, "crowd.c")
        with open(path, "w") as text:
            text.writelines("int crowd%d(void) { return 1; }\n" % number for number in range(600))
        row = self.begin("keep", programs.library("crowd.c", path=path), self.library("single"), expression="/crowd|^many$/")
        self.assertFalse(row["verified"])
        self.assertIn('func="many"', self.session.resume("-exec-run"))
        self.assertIn("matches more than 500 functions", self.told()[0]["message"])

    def test_functions_without_debug_information(self):
        library = programs.build("plugin.c", "-shared", "-fPIC", "-g0", output="without lines.so")
        session = self.start(programs.build("host.c"), library)
        session.result("set-function-breakpoints", breakpoints=[{"name": "/^plug/"}])
        self.assertIn('func="plugin"', session.resume("-exec-run"))


class WhileRunning(Session):
    def test_all_kinds_come_and_go_without_a_pause(self):
        session = self.start(programs.build("spin.c"))
        session.send("-exec-run")
        session.wait(lambda text: "libc.so" in text, 0)
        if session.version < WRITES_WHILE_RUNNING:
            self.skipTest("this GDB cannot")
        session.quiet(0.1)
        since, line = len(session.log), dict(line=programs.line("spin.c", "tick"))
        path = programs.source("spin.c")
        for operation, arguments in (
            ("set-exception-breakpoints", {"filters": [{"filter": "cpp_throw"}, {"filter": "SIGSEGV"}]}),
            ("set-exception-breakpoints", {"filters": []}),
            ("set-function-breakpoints", {"breakpoints": [{"name": each, "condition": "ticks < 0"} for each in ("tick", "/^tic/")]}),
            ("set-function-breakpoints", {"breakpoints": []}),
            ("set-breakpoints", {"path": path, "breakpoints": [dict(line, mode="hardware", condition="ticks < 0")]}),
            ("set-breakpoints", {"path": path, "breakpoints": [dict(line, logMessage="{ticks}", hitCondition="3")]}),
        ):
            session.result(operation, **arguments)
        session.wait(lambda text: "twinstack-event log" in text, since)
        self.assertEqual([text for text in session.log[since:] if text.startswith("*")], [])


class LogPoints(PluginCase):
    def logged(self, since=0):
        """The texts of the log so far."""
        events = (re.search(r"twinstack-event log ({.*})", text) for text in self.session.log[since:])
        return [json.loads(unescaped(found.group(1)))["text"] for found in events if found]

    def log(self, message, **more):
        return self.place("plugin.c", self.at("plugin.c", "twice", logMessage=message, **more))

    def test_expressions_are_evaluated_where_they_are(self):
        self.log("n={n}, {n * 2 + 1} of \\{20\\}")
        self.assertEqual(self.run_to_end(), [])
        self.assertEqual(self.logged(), ["n=%d, %d of {20}" % (n, n * 2 + 1) for n in range(20)])

    def test_formats_stand_behind_a_comma(self):
        """The program has a variable ``b``, which hides no format in the library."""
        self.log("{n,x} {n * 2,b} {n,d}", condition="n == 17")
        self.assertEqual(self.run_to_end(), [])
        self.assertEqual(self.logged(), ["0x11 100010 17"])

    def test_quotes_of_the_text_are_text(self):
        self.log("it's '{n}', isn't it: \"{n}\" '{'a'} {\"}\"}'", condition="n == 1")
        self.assertEqual(self.run_to_end(), [])
        self.assertEqual(self.logged(), ["it's '1', isn't it: \"1\" '97 'a' \"}\"'"])

    def test_conditions_hold_for_log_points(self):
        self.log("{n}", condition="n > 3", hitCondition="%8")
        self.assertEqual(self.run_to_end(), [])
        self.assertEqual(self.logged(), ["11", "19"])

    def test_an_error_stands_in_its_place(self):
        self.log("{n}: {nothing} {*(int *)0} {plugin(n)} {\"}\"}", condition="n == 1")
        self.assertEqual(self.run_to_end(), [])
        (text,) = self.logged()
        self.assertEqual(
            text,
            '1: <error: No symbol "nothing" in current context.> <error: Cannot access memory at address 0x0> '
            "<error: 'plugin(n)' would call a function; calls are for the debug console.> \"}\"",
        )

    def test_messages_that_cannot_be_understood(self):
        for message, reason in (("{n", "do not match"), ("n}", "do not match"), ("{}", "without an expression"),
                                ("{n = 1}", "would change the program")):
            (row,) = self.log(message)
            self.assertIsNone(row["number"])
            self.assertIn(reason, row["message"])

    def test_the_message_changes_while_the_breakpoint_stays(self):
        (before,) = self.log("{n}")
        (after,) = self.log("{n}!")
        self.assertEqual(before["number"], after["number"])


if __name__ == "__main__":
    unittest.main()
