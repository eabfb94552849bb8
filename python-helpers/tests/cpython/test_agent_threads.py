"""Breakpoints and steps in threads that C code has made."""

from agent_case import AgentCase


class ThreadsOfC(AgentCase):
    PROGRAM = "of_c.py"
    EXPECTED = "[1, 2]"

    def test_each_stops_and_steps_like_any_other(self):
        self.place("of_c.py", self.request("of_c.py", "called"))
        for _ in range(2):
            stop = self.resume() if _ else self.start()
            self.assertEqual("breakpoint", stop["reason"])
            self.assert_at("called", "called")
            self.assert_step("next", "return", "called")
        self.assert_ended_well(self.resume())
