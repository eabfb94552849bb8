"""The machine code that events pass before they come to the agent's trace function."""

import os
import unittest

import gdb

from agent_case import AgentCase, run_on
from debuggee import version
from twinstack import session
from twinstack.agent.calls import scratch
from twinstack.agent.talk import process
from twinstack.agent.tracing import event_filter
from twinstack.execution import exception_info  # noqa: F401 (registers its operations)

HITS = {"deepest": 5, "failing": 1, "first": 7, "generated": 20, "last": 7, "recursive": 250, "third": 7}


@unittest.skipIf(version() >= (3, 12), "sys.monitoring tells of what concerns alone")
@unittest.skipIf(os.uname().machine != "x86_64", "the filter is code of x86-64")
class Filter(AgentCase):
    PROGRAM = "filtered.py"
    EXPECTED = str(sorted(HITS.items()))

    def let_go(self):
        super().let_go()
        self.place(self.PROGRAM)

    def counting(self):
        return [self.request(self.PROGRAM, mark, condition="seen(%r)" % mark) for mark in HITS]

    def filtered(self):
        """The numbers of threads that have the filter, as GDB sees it in their memory."""
        memory, trace = session.debuggee().memory, process.current().hello["trace"]
        states = {state: event_filter.trace_function(memory, state, trace) for state in session.python().thread_states()}
        return [state for state, found in states.items() if found and found[1] == scratch.filter_code()]

    def assert_ends(self):
        self.assertIsNone(self.resume())
        self.assertEqual(0, gdb.selected_inferior().pid)

    def test_each_hit_is_counted_in_every_thread(self):
        self.place(self.PROGRAM, self.request(self.PROGRAM, "work"), *self.counting())
        self.assertEqual("breakpoint", self.start()["reason"])
        self.assertEqual(1, len(self.filtered()))
        self.assert_ended_well(self.resume())

    def test_steps_and_breakpoints_that_come_later(self):
        self.start_at("total")
        self.place(self.PROGRAM, self.request(self.PROGRAM, "several"))
        self.assertEqual("breakpoint", self.resume()["reason"])
        self.place(self.PROGRAM, self.request(self.PROGRAM, "deepest"))
        self.assert_step("stepIn", "first", "several")
        self.assert_step("stepOut", "several", "work")
        self.assert_step("next", "calls", "work")
        self.assertEqual("breakpoint", self.step("next")["reason"])
        self.assert_at("deepest", "recursive")
        self.assert_step("stepOut", "recursive", "recursive")
        self.place(self.PROGRAM)
        self.assert_ends()

    def test_an_exception_in_a_function_without_breakpoints(self):
        self.carried_out(self.result("set-python-exceptions", filters=[{"filter": "raised", "condition": "KeyError"}]))
        self.addCleanup(lambda: self.carried_out(self.result("set-python-exceptions", filters=[])))
        self.assertEqual("exception", self.start()["reason"])
        self.assert_at("failing", "failing")
        self.assertEqual(1, len(self.filtered()))
        self.assert_ends()

    def test_a_frame_in_the_filter_has_its_callers(self):
        self.place(self.PROGRAM, self.request(self.PROGRAM, "work"))
        self.start()
        gdb.execute("tbreak *%d" % scratch.filter_code(), to_string=True)
        run_on("continue")
        self.assertEqual(scratch.filter_code(), gdb.newest_frame().pc())
        frames = self.frames()
        self.assertIn("python", [frame["kind"] for frame in frames])
        self.assertTrue(all(frame["kind"] == "python" or frame["subtle"] for frame in frames[:3]), frames[:3])
