"""Programs that recurse without end, with a breakpoint in the function that does, with GDB and without."""

import ast
import os
import subprocess

import debuggee
from agent_case import AgentCase, path
from alone_case import AloneCase


class Endless(AgentCase):
    PROGRAM = "endless.py"
    LOST = 4  # calls, where a line has a condition

    def test_lines_behind_it_stop_in_each_thread(self):
        """Before CPython 3.12 the trace function has no room itself, for which CPython ends the tracing."""
        self.place(self.PROGRAM, self.request(self.PROGRAM, "deep", condition="n < 0"), self.request(self.PROGRAM, "behind"))
        errors = os.path.join(debuggee.scratch(), "errors")
        stop = self.resume("run '%s' '%s' > /dev/null 2> '%s'" % (path(self.PROGRAM), self.written, errors))
        for limit in ("150", "1000", "200"):
            self.assertEqual("breakpoint", stop["reason"])
            self.assert_at("behind", "behind")
            self.assertEqual(limit, self.locals("behind")["n"]["value"])
            stop = self.resume()
        self.assertIsNone(stop)
        with open(errors) as file:
            self.assertEqual("", file.read())
        self.assert_depths()

    def assert_depths(self):
        """Hardly less deep than without the debugger."""
        alone = self.written + "-alone"
        subprocess.check_call([debuggee.python()["executable"], path(self.PROGRAM), alone])
        with open(self.written) as found, open(alone) as expected:
            for (result, depth), (right, deep) in zip(ast.literal_eval(found.read()), ast.literal_eval(expected.read())):
                self.assertEqual(right, result)
                self.assertIn(deep - depth, range(self.LOST + 1))


class Recursion(AloneCase):
    def test_the_program_gets_its_error(self):
        """It is none of the agent's own, who has no more room than the program; CPython 3.8 ends where one goes on behind it."""
        caught, own = self.ran("""
module = program("def deep(n):\\n    return deep(n + 1)\\n")
tell_program()
place([2], condition="n < 0")
caught = []
for _ in range(5):
    try:
        module.deep(0)
    except RecursionError:
        caught.append("RecursionError")
    place([2], condition="n < 0")
print(json.dumps([caught, [each["error"] for each in told if each["event"] == "failed"]]), flush=True)
""")
        self.assertEqual((["RecursionError"] * 5, []), (caught, own))
