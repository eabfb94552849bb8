"""A child that another thread than the first has forked, met where a session of its own begins: at the end of its fork."""

import debuggee
import gdb
from agent_case import AgentCase, path
from twinstack.agent.arrival import forked

MOST_STARTS = 2  # stops where an interpreter starts, before the fork, as lines of Python were asked for by the test before


class Forked(AgentCase):
    PROGRAM, EXPECTED = "forking.py", "[42]"

    def start_in_child(self):
        """At its beginning, with a breakpoint on its line. The process that has forked it."""
        gdb.execute("set follow-fork-mode child")
        self.addCleanup(gdb.execute, "set follow-fork-mode parent")
        gdb.execute("catch fork", to_string=True)
        gdb.execute("run '%s' '%s' > /dev/null" % (path(self.PROGRAM), self.written), to_string=True)
        for _ in range(MOST_STARTS):
            if "already hit" not in gdb.execute("info breakpoints", to_string=True):
                gdb.execute("continue", to_string=True)
        parent = gdb.selected_inferior().pid
        gdb.execute("stepi", to_string=True)
        gdb.execute("delete", to_string=True)
        self.place(self.PROGRAM, self.request(self.PROGRAM, "work"))
        return parent

    def test_its_first_line_stops(self):
        parent = self.start_in_child()
        self.assertEqual("breakpoint", self.resume()["reason"])
        self.assert_at("work", "work")
        stop = self.resume()
        debuggee.await_end(parent)
        self.assert_ended_well(stop)

    def test_a_child_that_ends_at_the_end_of_its_fork_leaves_nothing_to_the_next_process(self):
        parent = self.start_in_child()
        gdb.execute("continue", to_string=True)
        debuggee.end()
        debuggee.await_end(parent)
        self.assertFalse(forked.arrival.taken())
