"""Children that are held for sessions of their own, and those that are not."""

import json
import os
import re
import signal
import subprocess
import time
import unittest

import programs
from mi_session import LIMIT, MiSession, unescaped

EVENT = re.compile(r'&"twinstack-event child (.*)\\n"')
ALIVE = 32  # as docs/debugging.md has it
ENDED_WELL = 'exit-code="03"'


def state(pid):
    with open("/proc/%d/status" % pid, errors="replace") as lines:
        found = dict(line.split(":", 1) for line in lines)
    return found["State"].split()[0], int(found["TracerPid"])


def is_stopped(pid):
    try:
        return state(pid)[0] == "T"
    except OSError:  # it has ended
        return False


class Children(unittest.TestCase):
    def session(self, way, *filters, count=1, name=None):
        session = MiSession("--args", programs.build("children.c", output=name), way, str(count))
        self.addCleanup(session.close)
        session.send("-break-insert worked")
        session.result("follow-children", filters=filters)
        return session

    def child(self, session):
        """The event of the next child, which stands and is nobody's."""
        since = len(session.log)
        session.send("-exec-run")
        found = self.held(session.wait(EVENT.match, since))
        deadline = time.monotonic() + LIMIT
        while state(found["pid"]) != ("T", 0) and time.monotonic() < deadline:
            time.sleep(0.01)
        self.assertEqual(state(found["pid"]), ("T", 0))
        return found

    def held(self, record):
        found = json.loads(unescaped(EVENT.match(record).group(1)))
        self.addCleanup(self.end, found["pid"])
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
        self.assertEqual(child["command"][1:2], ["fork"])
        self.lets_go(session, child)

    def test_a_child_is_told_of_when_gdb_has_let_go_of_it(self):
        session = self.session("fork")
        session.console("python import time; invoke = twinstack.execution.children.Hold.invoke")
        session.console("python twinstack.execution.children.Hold.invoke = lambda *caught: (invoke(*caught), time.sleep(0.5))[0]")
        session.send("-exec-run")
        child = self.held(session.wait(EVENT.match))
        self.assertEqual(state(child["pid"])[1], 0)
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

    def test_beyond_a_limit_of_children_alive_they_run_free(self):
        session = self.session("fork", count=ALIVE + 2)
        self.assertIn(ENDED_WELL, session.resume("-exec-run"))
        self.assertEqual(len([self.held(record) for record in filter(EVENT.match, session.log)]), ALIVE)
        told = [line for line in session.log if "children of the program are alive" in line]
        self.assertEqual(len(told), 1)
        self.assertIn("More than %d" % ALIVE, told[0])

    def test_one_that_has_ended_makes_room(self):
        session = self.session("fork")
        session.console("python twinstack.execution.children.LIMIT = 1")
        self.lets_go(session, self.child(session))
        self.lets_go(session, self.child(session))

    def test_one_whose_name_ends_within_a_letter_is_known_to_wait(self):
        session = self.session("fork", name="fourteen-long-\u00e9")  # the kernel calls it by 15 bytes
        child = self.child(session)
        session.console("python print('waits: %%s' %% twinstack.execution.children.waits(%d))" % child["pid"])
        self.assertIn('~"waits: True\\n"', session.log)
        self.lets_go(session, child)

    def test_when_gdb_is_killed_one_that_waits_runs_on_and_one_that_waits_no_more_stays_stopped(self):
        first, waiting = self.child_of_an_attached_program()
        second, forgotten = self.child_of_an_attached_program()
        second.result("forget-child", pid=forgotten)
        for session in (first, second):
            os.kill(session.process.pid, signal.SIGKILL)
        deadline = time.monotonic() + LIMIT
        while is_stopped(waiting) and time.monotonic() < deadline:
            time.sleep(0.1)
        self.assertFalse(is_stopped(waiting))
        time.sleep(2)  # the other keeper would be as far
        self.assertTrue(is_stopped(forgotten))

    def child_of_an_attached_program(self):
        """A session and the number of a child that waits; its parent lives on when GDB is killed."""
        program = subprocess.Popen(["/bin/sh", "-c", "read line; (exit 7); :"], stdin=subprocess.PIPE, start_new_session=True)
        self.addCleanup(program.stdin.close)
        self.addCleanup(program.wait)
        self.addCleanup(program.kill)
        session = MiSession()
        self.addCleanup(session.close)
        session.send("-target-attach %d" % program.pid)
        session.result("follow-children")
        session.send("-exec-continue")
        program.stdin.write(b"\n")
        program.stdin.flush()
        child = self.held(session.wait(EVENT.match))["pid"]
        deadline = time.monotonic() + LIMIT
        while not is_stopped(child) and time.monotonic() < deadline:
            time.sleep(0.01)
        return session, child

    def test_what_the_filter_leaves_out_runs_free(self):
        for way in ("fork", "spawn"):
            session = self.session(way, "no such program")
            self.assertIn(ENDED_WELL, session.resume("-exec-run"))


if __name__ == "__main__":
    unittest.main()
