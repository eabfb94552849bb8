"""Code of the user's in the scope of a Python frame."""

import gdb

from agent_case import AgentCase
from debuggee import ask


class Evaluate(AgentCase):
    def evaluated(self, expression, function="add"):
        frame = self.python_frame(function)
        reply = self.result("python-evaluate", thread=self.thread(), frame=frame, expression=expression)
        return self.carried_out(reply)["variable"]

    def test_at_a_python_stop(self):
        self.place("stepped.py", self.request("stepped.py", "return", condition="a == 2"))
        self.start()
        self.assertEqual("12", self.evaluated("sum([a, b, total, 4])")["value"])
        self.assertEqual("3", self.evaluated("[a + n for n in range(3)][1]")["value"])
        opened = self.evaluated("dict(one=[a])")
        self.assertEqual("[2]", self.children(opened)[0]["value"])
        self.assertEqual("'__main__'", self.evaluated("__name__", "<module>")["value"])
        self.assertIsNone(self.evaluated("total = 40 + a"))
        self.assertEqual("42", self.locals("add")["total"]["value"])
        self.place_at()
        self.EXPECTED = self.EXPECTED.replace("4,", "42,", 1)
        self.assert_at("return", "add")
        self.assert_ended_well(self.resume())

    def test_an_exception_is_told(self):
        self.start_at("sum")
        frame = self.python_frame("add")
        reply = self.result("python-evaluate", thread=self.thread(), frame=frame, expression="1 // 0")
        self.assertIn("ZeroDivisionError", self.failed(reply))
        self.assertEqual("0", self.evaluated("a")["value"])
        self.assert_ended_well(self.resume())

    def failed(self, reply):
        """The sentence with which an operation ends, the program having run for it."""
        while "run" in reply:
            self.select(reply["run"]["thread"])
            gdb.execute("continue", to_string=True)
            answer = ask("python-stop")
            if "error" in answer:
                return answer["error"]["message"]
            reply = answer["result"]
        self.fail("it has not failed")
