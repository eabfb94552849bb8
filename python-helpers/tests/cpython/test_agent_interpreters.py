"""Breakpoints on lines that other interpreters of the process run, too: they stop the main one alone, which is told."""

from agent_case import AgentCase
from twinstack.agent.breakpoints import interpreters
from twinstack.mi import unasked


class Interpreters(AgentCase):
    PROGRAM, EXPECTED = "other_interpreter.py", "[2, 4]"

    def test_a_line_stops_in_the_main_interpreter_alone(self):
        sentences, before = [], unasked.sentence
        unasked.sentence = sentences.append
        self.addCleanup(setattr, unasked, "sentence", before)
        self.place(self.PROGRAM, self.request(self.PROGRAM, "sum"))
        stop, found = self.start(), []
        while stop:
            self.assert_at("sum", "add")
            found.append(self.locals("add")["number"]["value"])
            stop = self.resume()
        self.assert_ended_well(stop)
        self.assertEqual((["1", "3"], [interpreters.ALONE]), (found, sentences))
