"""Breakpoints in Python sources, of a program that is launched."""

import gdb

import debuggee
from agent_case import AgentCase, line, path
from twinstack.agent.talk import process
from twinstack.mi import unasked


class Breakpoints(AgentCase):
    def setUp(self):
        super().setUp()
        self.events, before = [], unasked.event
        unasked.event = lambda name, **fields: self.events.append((name, fields))
        self.addCleanup(setattr, unasked, "event", before)

    def told(self, name):
        return [fields for event, fields in self.events if event == name]

    def test_it_waits_for_the_file_and_moves_to_the_next_line_with_code(self):
        row, = self.place_at("comment")
        self.assertEqual((False, line("stepped.py", "comment")), (row["verified"], row["line"]))
        stop = self.start()
        self.assertEqual(("breakpoint", [row["number"]]), (stop["reason"], stop["breakpoints"]))
        self.assert_at("sum", "add")
        told, = self.told("python-breakpoint")
        self.assertEqual((row["number"], True, line("stepped.py", "sum")), (told["number"], told["verified"], told["line"]))

    def test_the_agent_is_nowhere_in_the_stack(self):
        self.place_at("sum")
        self.start()
        self.assertNotIn("<twinstack>", [frame.get("file") for frame in self.frames()])
        self.assertEqual("add", self.frames()[0]["name"])
        a, b = (self.locals("add")[name]["value"] for name in ("a", "b"))
        self.assertEqual(("0", "0"), (a, b))

    def test_a_condition_and_a_number_of_hits_are_decided_in_the_program(self):
        self.place("stepped.py", self.request("stepped.py", "sum", condition="a == 3"))
        self.start()
        self.assertEqual("3", self.locals("add")["a"]["value"])
        debuggee.end()
        self.place("stepped.py", self.request("stepped.py", "sum", hitCondition=">3"))
        self.start()
        self.assertEqual("3", self.locals("add")["a"]["value"])
        self.assert_stops(1)

    def test_a_condition_with_a_comprehension_sees_the_locals(self):
        self.place("stepped.py", self.request("stepped.py", "sum", condition="any(a == n for n in [2])"))
        self.start()
        self.assertEqual("2", self.locals("add")["a"]["value"])

    def test_a_condition_that_fails_stops_and_says_why(self):
        self.place("stepped.py", self.request("stepped.py", "sum", condition="nowhere > 1"))
        self.assertIn("NameError: name 'nowhere' is not defined", self.start()["message"])

    def test_a_condition_that_is_no_expression_is_told_when_python_has_seen_it(self):
        row, = self.place("stepped.py", self.request("stepped.py", "sum", condition="a ="))
        self.assertFalse(row["verified"])
        self.assert_ended_well(self.start())
        self.assertIn("'a =' is no expression", self.told("python-breakpoint")[0]["message"])

    def test_a_log_point_does_not_stop(self):
        row, = self.place("stepped.py", self.request("stepped.py", "sum", logMessage="{a} and {b + 1}, {c}"))
        self.assert_ended_well(self.start())
        said = self.told("log")
        self.assertEqual(5, len(said))
        self.assertEqual(row["number"], said[0]["number"])
        self.assertEqual("1 and 2, <error: NameError: name 'c' is not defined>", said[1]["text"])

    def test_what_is_logged_may_be_written_as_in_an_f_string(self):
        self.place("stepped.py", self.request("stepped.py", "sum", logMessage="{a!r:>3}|{b=}|{a:0{b}d}|{a+}|{'x'}"))
        self.assert_ended_well(self.start())
        self.assertRegex(self.told("log")[4]["text"], r"^  4\|b=4\|0004\|<error: 'a\+' is no expression: [^>]+>\|x$")

    def test_it_is_set_and_removed_while_the_program_stands_in_python(self):
        self.place_at("sum")
        self.start()
        row, = self.place_at("return")
        self.assertTrue(row["verified"], row)
        self.assert_at("sum", "add")
        self.resume()
        self.assert_at("return", "add")
        row, = self.place("imported_later.py", self.request("imported_later.py", "doubled"))
        self.assertTrue(row["verified"], row)
        self.place_at()
        self.resume()
        self.assert_at("doubled", "doubled", "imported_later.py")
        self.assert_ended_well(self.resume())

    def test_one_in_a_module_that_is_imported(self):
        self.place("imported_later.py", self.request("imported_later.py", "doubled"))
        self.start()
        self.assert_at("doubled", "doubled", "imported_later.py")
        self.assert_ended_well(self.resume())

    def test_more_than_go_into_one_message(self):
        rows = self.place_at(*["sum"] * 400)
        self.assertEqual([row["number"] for row in rows], self.start()["breakpoints"])

    def test_a_path_that_leads_to_no_file_is_told(self):
        for wrong, message in ("no_such.py", "GDB's machine has no file '%s'" % path("no_such.py")), ("stepped.py/within.py", "imported this file yet."):
            reply = self.result("set-python-breakpoints", path=path(wrong), breakpoints=[dict(line=1)])
            self.assertIn(message, self.carried_out(reply)["breakpoints"][0]["message"])
            self.result("set-python-breakpoints", path=path(wrong), breakpoints=[])

    def test_a_hit_condition_that_is_not_understood_is_refused(self):
        row, = self.place("stepped.py", self.request("stepped.py", "sum", hitCondition="often"))
        self.assertEqual((None, False), (row["number"], row["verified"]))
        self.assertIn("'often' is not understood", row["message"])

    def test_the_next_run_of_the_program_has_them_too(self):
        self.place_at("guard")
        for _ in range(2):
            self.start()
            self.assert_at("guard", "<module>")
            gdb.execute("kill", to_string=True)

    def test_a_python_that_cannot_start_says_so_itself(self):
        gdb.execute("set environment PYTHONHOME /nowhere")
        self.addCleanup(gdb.execute, "unset environment PYTHONHOME")
        self.place_at("sum")
        self.assertIsNone(self.start())

    def test_nothing_comes_into_the_program_without_any(self):
        self.assert_ended_well(self.start())
        self.assertIsNone(process.current())

    def test_what_the_user_reads_lives_on_while_a_breakpoint_is_set(self):
        self.place_at("sum")
        self.start()
        frame = self.python_frame("add")
        self.place_at("return")
        self.assertTrue(self.result("locals", thread=self.thread(), frame=frame)["variables"])

    def assert_stops(self, count):
        for _ in range(count):
            self.assertIsNotNone(self.resume())
        self.assert_ended_well(self.resume())


class Executed(AgentCase):
    PROGRAM, EXPECTED = "executed_anew.py", "2"

    def test_the_program_that_a_process_runs_next_has_them_too(self):
        self.place(self.PROGRAM, self.request(self.PROGRAM, "counted"))
        self.start()
        self.assert_at("counted", "count")
        self.resume()
        self.assert_at("counted", "count")
        self.assertEqual("1", self.locals("count")["n"]["value"])
        self.assert_ended_well(self.resume())

    def test_one_is_to_be_set_when_the_process_runs_another_program(self):
        gdb.execute("tbreak execve", to_string=True)
        self.start()
        self.place(self.PROGRAM, self.request(self.PROGRAM, "counted"))
        self.resume()
        self.assert_at("counted", "count")
        self.assertEqual("1", self.locals("count")["n"]["value"])
        self.assert_ended_well(self.resume())
