"""Steps from Python into C and back."""

from unittest import mock

import debuggee
import gdb
from agent_case import AgentCase, line, run_on
from debuggee import version
from twinstack.agent.calls import errands
from twinstack.agent.talk import process
from twinstack.agent.talk.control import FORGET_STEPS
from twinstack.agent.talk.mailboxes import Mailbox
from twinstack.mi import unasked


class CrossingCase(AgentCase):
    """``SOURCE``: the extension that the program calls."""

    SOURCE = None

    @classmethod
    def setUpClass(cls):
        debuggee.build_extension(cls.SOURCE[:-2], "-O0")

    def setUp(self):
        super().setUp()
        said, before = [], unasked.sentence
        unasked.sentence = said.append
        self.addCleanup(self.assertEqual, [], said)
        self.addCleanup(setattr, unasked, "sentence", before)

    def assert_in_c(self, stop, mark, function):
        self.assertEqual("step", stop["reason"])
        newest = self.frames()[0]
        self.assertEqual((function, line(self.SOURCE, mark)), (newest["name"], newest["line"]))


class Crossings(CrossingCase):
    PROGRAM, SOURCE = "crossed.py", "crossing.c"
    EXPECTED = "[3, 7, 1, True]"

    def test_into_a_function_and_out_to_the_line_that_called(self):
        self.start_at("add")
        self.assert_in_c(self.step("stepIn"), "add", "add")
        self.assertEqual(["add", "<module>"], [each["name"] for each in self.frames() if not each.get("subtle")][:2])
        self.assertEqual("module", self.evaluated("type(sys).__name__")["value"].strip("'"))
        self.assert_in_c({"reason": "step"}, "add", "add")
        self.assert_step("stepOut", "add", "<module>")
        self.assert_step("next", "box", "<module>")
        self.assertEqual("3", self.variable("total"))
        self.assert_ended_well(self.resume())

    def test_a_stop_of_another_thread_behind_a_step_into_from_c_is_its_own(self):
        """As where it has come while the step was begun."""
        self.start_at("add")
        gdb.execute("tbreak crossing.c:%d" % line(self.SOURCE, "add"), to_string=True)
        self.assertIsNone(self.resume())
        self.carried_out(self.result("python-step", thread=self.thread(), kind="stepIn"))
        stop = self.carried_out(self.result("python-stop", thread=self.thread()))
        self.assertEqual((None, False), (stop["stop"], stop["resume"]))

    def test_into_types_operators_members_and_methods(self):
        self.start_at("box")
        for mark, function, following in (
            ("init", "box_init", "box"),
            ("plus", "box_add", "plus"),
            ("get", "box_get", "side"),
            ("set", "box_set", "map"),  # nothing is left to do in its own line
            ("init", "box_init", "map"),
            ("value", "box_value", "value"),
        ):
            self.assert_in_c(self.step("stepIn"), mark, function)
            self.assert_step("stepOut", following, "<module>")
            if following != "side" and mark != "set":
                self.step("next")
        self.assert_at("call", "<module>")
        self.assert_ended_well(self.resume())

    def test_into_an_operator_where_the_first_step_into_began_in_c(self):
        self.start_at("add")
        gdb.execute("break crossing.c:%d" % line("crossing.c", "add"), to_string=True)
        run_on("continue")
        self.carried_out(self.result("python-stop"))
        gdb.execute("delete", to_string=True)
        self.carried_out(self.result("python-step", thread=self.thread(), kind="stepIn"))
        run_on("next")
        self.carried_out(self.result("python-stop"))
        self.place("crossed.py", self.request("crossed.py", "plus"))
        self.resume()
        self.assert_in_c(self.step("stepIn"), "plus", "box_add")

    def test_one_that_comes_late_is_none(self):
        for is_there in (False, True):
            with self.subTest(agent=is_there):
                self.start_in_c(is_there)
                with mock.patch.object(errands, "LIMIT", 0):
                    self.result("python-step", thread=self.thread(), kind="stepIn")
                    run_on("stepi")
                    self.assertIn("let it run on", self.error("python-stop")["message"])
                self.assert_ended_well(self.resume())

    def test_one_that_another_stop_ends_before_it_has_begun_is_none(self):
        answer = Mailbox.answer

        def ended(mailbox, *command):
            answer(mailbox, *command)
            process.current().control.write(FORGET_STEPS)

        self.start_in_c(True)
        with mock.patch.object(Mailbox, "answer", ended):
            self.carried_out(self.result("python-step", thread=self.thread(), kind="stepIn"))
        self.assert_ended_well(self.resume())

    def start_in_c(self, with_agent):
        """Run the program to its first line of C, with the agent in it or without."""
        debuggee.end()
        gdb.execute("break crossing.c:%d" % line("crossing.c", "add"), to_string=True)
        if with_agent:
            self.start_at("add")
        stop = self.resume() if with_agent else self.start()
        self.assertIsNone(stop)
        gdb.execute("delete", to_string=True)

    def test_through_c_into_a_python_function_that_it_calls_and_out_into_the_middle_of_c(self):
        self.start_at("call")
        self.assert_in_c(self.step("stepIn"), "call", "call")
        self.step("stepIn")
        self.assertEqual("back", self.here()[0])
        self.assert_step("next", "back", "back")
        self.assert_in_c(self.step("next"), "call", "call")
        self.assert_step("stepOut", "call", "<module>")
        self.assert_ended_well(self.resume())

    def test_from_c_into_c_that_cpython_calls(self):
        self.start_at("through")
        self.assert_in_c(self.step("stepIn"), "call", "call")
        self.assert_in_c(self.step("stepIn"), "value", "box_value")
        self.assert_ended_well(self.resume())

    def test_out_of_c_with_an_exception_leads_to_its_handler(self):
        self.start_at("failing")
        self.assert_in_c(self.step("stepIn"), "fail", "fail")
        self.step("stepOut")
        self.assertEqual("failing", self.here()[0])
        self.assert_step("next", "caught", "failing")
        self.assert_ended_well(self.resume())

    def test_over_a_line_that_calls_c(self):
        self.start_at("add")
        self.assert_step("next", "box", "<module>")
        self.assert_ended_well(self.resume())

    def evaluated(self, expression):
        frame = self.python_frame("<module>")
        reply = self.result("python-evaluate", thread=self.thread(), frame=frame, expression=expression)
        return self.result("object", object=self.carried_out(reply)["object"], expression=expression)

    def variable(self, name):
        frame = self.python_frame("<module>")
        found = self.result("evaluate", thread=self.thread(), frame=frame, expression=name)
        return found["value"]


class Conventions(CrossingCase):
    PROGRAM, SOURCE = "passing.py", "conventions.c"
    EXPECTED = "[1, 2, 2, 1, 1, 3, 1]"

    def test_into_each_kind_of_function(self):
        self.start_at("keywords")
        for mark in ("keywords", "fast", "named", "of_class", "of_none", "called") + ("defined",) * (version() >= (3, 9)):
            self.assert_at(mark, "<module>")
            self.assert_in_c(self.step("stepIn"), mark, mark)
            self.assert_step("stepOut", mark, "<module>")
            self.step("next")
        self.assert_ended_well(self.resume())
