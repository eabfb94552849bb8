"""Steps in coroutines, which stay where they are while these wait for others."""

from agent_case import AgentCase
from debuggee import version


class Awaits(AgentCase):
    PROGRAM, EXPECTED = "tasks_stepped.py", "[5, 0, 1, 2, 'caught', [5, 5]]"

    def test_a_step_in_and_one_out_stay_in_a_coroutine_that_another_awaits(self):
        self.start_at("inner")
        self.assert_step("stepIn", "inner-again", "inner")
        self.assert_step("stepOut", "awaits", "main")
        self.assert_ended_well(self.resume())

    def test_the_end_of_an_asynchronous_iterator_leads_to_its_loop(self):
        """Before CPython 3.10 the end of the loop is part of its last line."""
        self.start_at("none-left")
        self.assert_step("next", "numbers" if version() >= (3, 10) else "body", "main")
        self.assert_step("next", "generated", "main")
        self.assert_ended_well(self.resume())

    def test_an_asynchronous_generator_is_left_by_a_yield_and_not_by_an_await(self):
        self.start_at("between")
        self.assert_step("next", "second", "generated")
        self.assert_step("next", "generated", "main")
        self.assert_step("next", "number", "main")
        self.assert_ended_well(self.resume())

    def test_an_exception_leads_to_the_handler_of_who_awaits(self):
        self.start_at("fails")
        self.assert_step("stepIn", "raise", "fails")
        self.assert_step("next", "except", "main")
        self.assert_step("next", "caught", "main")
        self.assert_ended_well(self.resume())
