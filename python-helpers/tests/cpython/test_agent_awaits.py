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


class Tasks(AgentCase):
    PROGRAM, EXPECTED = "tasks_apart.py", "[1, [2, 3], 4, 5]"

    def test_a_step_into_goes_into_tasks_that_its_line_makes_or_awaits_and_no_others(self):
        self.start_at("sleeps")
        self.assert_step("stepIn", "gathers", "main")
        self.assert_step("stepIn", "leaf", "leaf")
        for mark in "makes", "awaits", "limited":
            self.place(self.PROGRAM, self.request(self.PROGRAM, mark))
            self.resume()
            self.assert_at(mark, "main")
            if mark != "makes":
                self.assert_step("stepIn", "leaf", "leaf")
        self.place_at()
        self.assert_ended_well(self.resume())

    def test_what_is_typed_awaits_what_needs_no_loop(self):
        self.start_at("sleeps")
        for expression, value in (
            ("[await leaf(6), (await asyncio.sleep(0, 7))]", "[6, 7]"),
            ("found = await leaf(8)\nfound", "8"),
            ("[each + await leaf(1) for each in (1, 2)]", "[2, 3]"),
        ):
            self.assertEqual(value, self.evaluated(expression))
        with self.assertRaisesRegex(AssertionError, "RuntimeError: this awaits what comes only when the program goes on"):
            self.evaluated("await asyncio.sleep(60)")
        self.place_at()
        self.assert_ended_well(self.resume())

    def evaluated(self, expression):
        reply = self.carried_out(self.result("python-evaluate", thread=self.thread(), frame=self.python_frame("main"), expression=expression))
        return self.result("object", object=reply["object"], expression="it")["value"]
