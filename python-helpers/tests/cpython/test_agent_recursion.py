"""Programs that recurse without end, with a breakpoint in the function that does, with GDB and without."""

import unittest

import debuggee
import gdb
from agent_case import MAX_STOPS, AgentCase, path
from alone_case import AloneCase
from twinstack.agent import ended_tracing


class Endless(AgentCase):
    PROGRAM, EXPECTED = "endless.py", "[151, 1001, 201]"

    @unittest.skipUnless((3, 9) <= debuggee.version() < (3, 12), "CPython ends no tracing that the agent goes on with")
    def test_a_process_that_ends_where_its_tracing_has_leaves_nothing_to_the_next(self):
        self.place(self.PROGRAM, self.request(self.PROGRAM, "deep", condition="n < 0"))
        command = "run '%s' '%s' > /dev/null" % (path(self.PROGRAM), self.written)
        for _ in range(MAX_STOPS):
            gdb.execute(command, to_string=True)
            if ended_tracing.has_arrived():
                break
            self.assertTrue(self.carried_out(self.result("python-stop"))["resume"])
            command = "continue"
        debuggee.end()
        self.assertFalse(ended_tracing.has_arrived())

    def test_lines_behind_it_stop_in_each_thread(self):
        """Before CPython 3.12 the trace function has no room itself, for which CPython ends the tracing."""
        self.place(self.PROGRAM, self.request(self.PROGRAM, "deep", condition="n < 0"), self.request(self.PROGRAM, "behind"))
        stop = self.start()
        for limit in ("150", "1000", "200"):
            self.assertEqual("breakpoint", stop["reason"])
            self.assert_at("behind", "behind")
            self.assertEqual(limit, self.locals("behind")["n"]["value"])
            stop = self.resume()
        self.assert_ended_well(stop)


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
