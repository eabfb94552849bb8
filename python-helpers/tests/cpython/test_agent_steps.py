"""Steps by Python's lines."""

import gdb

from agent_case import AgentCase
from twinstack.agent.talk import process


class Steps(AgentCase):
    def test_next_goes_from_line_to_line_and_back_to_the_caller(self):
        self.start_at("guard")
        self.assert_step("next", "imported", "<module>")

    def test_in_and_out_of_functions(self):
        self.start_at("guard")
        self.assert_step("stepIn", "try", "guarded")
        self.assert_step("next", "calling", "guarded")
        self.assert_step("stepIn", "raise", "fails")
        self.assert_step("stepOut", "except", "guarded")
        self.assert_step("stepOut", "guard", "<module>")

    def test_an_exception_leads_to_its_handler(self):
        self.start_at("raise")
        self.assert_step("next", "except", "guarded")
        self.assert_step("next", "caught", "guarded")

    def test_a_function_s_end_leads_to_the_line_that_called(self):
        self.start_at("doubled", "imported_later.py")
        self.assert_step("next", "imported", "<module>")

    def test_a_step_stays_in_its_generator_and_leaves_it_at_a_yield(self):
        self.start_at("yield")
        self.assert_step("next", "generator", "<module>")

    def test_a_step_stays_in_its_coroutine_over_an_await(self):
        self.start_at("await")
        self.assert_step("next", "after", "answer")

    def test_a_breakpoint_within_ends_a_step(self):
        self.start_at("guard")
        self.place_at("raise")
        self.assertEqual("breakpoint", self.step("next")["reason"])
        self.assert_at("raise", "fails")

    def test_a_step_that_begins_while_the_agent_takes_its_tracing_away_ends(self):
        """As where the program is paused behind a step, and its main thread comes to a safe point within what the agent does then."""
        self.start_at("try")
        self.assert_step("next", "calling", "guarded")
        if "settrace" not in process.current().hello:
            self.skipTest("from CPython 3.12 on there is no trace function")
        gdb.execute("tbreak *%d" % process.current().entry("settrace"), to_string=True)
        gdb.execute("continue", to_string=True)
        self.assertEqual("step", (self.step("next", paused=True) or {}).get("reason"))
        self.assert_at("except", "guarded")

    def test_the_end_of_the_program_ends_a_step(self):
        self.start_at("imported")
        while True:
            stop = self.step("next")
            if stop is None:
                return self.assert_ended_well(stop)
            self.assertEqual("step", stop["reason"])
