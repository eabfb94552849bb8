"""Going on at another line of Python."""

from agent_case import AgentCase, line, path
from debuggee import ask


class Jumps(AgentCase):
    PROGRAM = "jumping.py"
    EXPECTED = "[0, 2, 2, 2, 1]"

    def jump(self, mark):
        target = self.carried_out(
            self.result("python-goto-targets", thread=self.thread(), file=path(self.PROGRAM), line=line(self.PROGRAM, mark))
        )
        self.carried_out(self.result("python-goto", thread=self.thread(), line=target["line"]))
        self.assert_at(mark, "work")

    def test_forwards_and_backwards_where_cpython_allows_it(self):
        self.start_at("first")
        self.jump("third")
        self.assert_step("next", "loop", "work")
        self.jump("second")
        self.assert_step("next", "third", "work")
        self.step("next")
        self.assert_at("loop", "work")
        refused = self.refused("inside")
        self.assertRegex(refused, "Line [0-9]+ cannot be gone to: can't jump into the (middle of a block|body of a)")
        self.step("next")
        self.step("stepIn")
        self.step("stepOut")  # in the midst of a line
        self.assertIn("can only jump from a 'line' trace event", self.refused("first"))
        self.assert_ended_well(self.resume())

    def refused(self, mark):
        reply = ask("python-goto", thread=self.thread(), line=line(self.PROGRAM, mark))
        try:
            self.carried_out(reply["result"])
        except AssertionError as error:
            return str(error)
        return ""
