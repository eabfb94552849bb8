"""Steps into and through what Python has besides plain calls, and in one of several tasks."""

from agent_case import AgentCase, marks_of
from debuggee import shown, version


class Constructs(AgentCase):
    PROGRAM, EXPECTED = "constructs.py", "[4, 3, 5, 7, 5, 6, [4, 9], 'ababab', []]"

    def assert_steps(self, *steps):
        """Each (kind, mark, function)."""
        marks = marks_of(self.PROGRAM)
        walked = [(kind, marks.get(self.stepped(kind)[1]), self.here()[0]) for kind, _, _ in steps]
        self.assertEqual([(kind, mark, shown(function)) for kind, mark, function in steps], walked)

    def stepped(self, kind):
        self.assertEqual("step", self.step(kind)["reason"])
        return self.here()

    def test_what_a_line_enters_unsaid(self):
        """Before CPython 3.10 the end of a ``with`` has no line of its own."""
        to_the_end = [("next", "opened", "work")] if version() >= (3, 10) else []
        self.start_at("decorated")
        self.assert_steps(
            ("stepIn", "wrapper", "doubled.<locals>.twice"),
            ("stepIn", "wrapped", "plain"),
            ("next", "wrapper", "doubled.<locals>.twice"),
            ("next", "decorated", "work"),
            ("next", "made", "work"),
            ("stepIn", "init", "Box.__init__"),
            ("next", "made", "work"),
            ("next", "read", "work"),
            ("stepIn", "property", "Box.size"),
            ("stepOut", "read", "work"),
            ("next", "set", "work"),
            ("stepIn", "setter", "Box.size"),
            ("next", "opened", "work"),
            ("stepIn", "entered", "opened"),
            ("next", "managed", "opened"),
            ("next", "opened", "work"),
            ("next", "inside", "work"),
            *to_the_end,
            ("stepIn", "left", "opened"),
            ("next", "opened" if to_the_end else "inside", "work"),
            ("next", "managing", "work"),
            ("stepIn", "enter", "Manager.__enter__"),
            ("next", "managing", "work"),
            ("next", "seven", "work"),
        )
        self.assert_ended_well(self.resume())

    def test_generators_and_comprehensions(self):
        self.start_at("next")
        self.assert_steps(
            ("stepIn", "first", "numbers"),
            ("next", "next", "work"),
            ("next", "again", "work"),
            ("stepIn", "second", "numbers"),
            ("stepOut", "again", "work"),
            ("next", "comprehension", "work"),
            ("next", "found", "work"),
        )
        self.assert_ended_well(self.resume())

    def test_a_comprehension_is_part_of_its_line(self):
        """A breakpoint there stops once."""
        self.place(self.PROGRAM, self.request(self.PROGRAM, "comprehension"))
        self.assertEqual("breakpoint", self.start()["reason"])
        self.assert_at("comprehension", "work")
        self.assert_ended_well(self.resume())

    def test_a_loop_on_one_line_stops_at_each_round_before_cpython_3_12(self):
        self.place(self.PROGRAM, self.request(self.PROGRAM, "rounds"))
        stop, rounds = self.start(), 0
        while stop is not None:
            rounds, stop = rounds + 1, self.resume()
        self.assertEqual(version() >= (3, 12), rounds == 1, rounds)
        self.start_at("rounds")
        self.assert_steps(*[("next", "rounds", "emptied")] * (rounds - 1), ("next", "empty", "emptied"))
        self.assert_ended_well(self.resume())

    def test_a_step_stays_in_its_task(self):
        self.start_at("begun")
        for mark in ("awaited", "between", "awaited-again", "ended", "result"):
            self.assert_step("next", mark, "task")
            self.assertEqual("'a'", self.locals("task")["name"]["value"])
        self.assert_ended_well(self.resume())
