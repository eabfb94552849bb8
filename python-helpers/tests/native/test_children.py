"""Children that are held for sessions of their own, and those that are not."""

import json
import os
import re
import signal
import time
import unittest

import programs
from mi_session import LIMIT, MiSession, unescaped

EVENT = re.compile(r'&"twinstack-event child (.*)\\n"')
ENDED_WELL = 'exit-code="03"'


def state(pid):
    with open("/proc/%d/status" % pid) as lines:
        found = dict(line.split(":", 1) for line in lines)
    return found["State"].split()[0], int(found["TracerPid"])


class Children(unittest.TestCase):
    def session(self, way, *filters):
        session = MiSession("--args", programs.build("children.c"), way)
        self.addCleanup(session.close)
        session.send("-break-insert worked")
        session.result("follow-children", filters=filters)
        return session

    def child(self, session):
        """The event of the next child, which stands and is nobody's."""
        since = len(session.log)
        session.send("-exec-run")
        record = session.wait(EVENT.match, since)
        found = json.loads(unescaped(EVENT.match(record).group(1)))
        self.addCleanup(self.end, found["pid"])
        deadline = time.monotonic() + LIMIT
        while state(found["pid"]) != ("T", 0) and time.monotonic() < deadline:
            time.sleep(0.01)
        self.assertEqual(state(found["pid"]), ("T", 0))
        return found

    @staticmethod
    def end(pid):
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            pass

    def lets_go(self, session, child):
        since = len(session.log)
        os.kill(child["pid"], signal.SIGCONT)
        self.assertIn(ENDED_WELL, session.stopped(since))

    def test_a_forked_child_is_held_and_has_no_breakpoint(self):
        session = self.session("fork")
        child = self.child(session)
        self.assertEqual(child["command"][1:], ["fork"])
        self.lets_go(session, child)

    def test_a_spawned_child_is_held_in_its_own_program(self):
        session = self.session("spawn", "^/bin/sh -c")
        child = self.child(session)
        self.assertEqual(child["command"], ["/bin/sh", "-c", "exit 7"])
        self.lets_go(session, child)

    def test_a_spawned_child_that_meets_its_parents_breakpoint_runs_free(self):
        session = self.session("spawn")
        session.send("-break-insert -f execve")
        self.assertIn(ENDED_WELL, session.resume("-exec-run"))
        self.assertFalse(list(filter(EVENT.match, session.log)))

    def test_what_the_filter_leaves_out_runs_free(self):
        for way in ("fork", "spawn"):
            session = self.session(way, "no such program")
            self.assertIn(ENDED_WELL, session.resume("-exec-run"))


if __name__ == "__main__":
    unittest.main()
