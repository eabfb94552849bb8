"""The limits of ``twinstack run``'s supervisor, shortened, beside a reporter that is a shell script."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

HELPERS = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
START = """
import os, sys, types
sys.modules["gdb"] = types.ModuleType("gdb")  # which the supervisor has for its Python alone
from twinstack_run import handover, main, supervisor
handover.REPORTING = supervisor.REPORTING = 1
supervisor.GRACE = 0.3
supervisor.REPORTS = 2
sys.exit(main.run([os.fsencode(word) for word in sys.argv[1:]]))
"""
SILENT = "echo ready - -; exec sleep 1000"
ANSWERING = "echo ready %s; while read what pid rest; do echo $what >&2; echo reported $pid; done"
SECONDS = 20


class Supervisor(unittest.TestCase):
    def supervised(self, reporter, program, before=""):
        """(status, standard output, standard error) of a shell script for the reporter and one for the program; ``before``: what the shell
        does that becomes the supervisor."""
        supervisor = [sys.executable, "-c", START, "sh", "-c", reporter, "--", "sh", "-c", program]
        command = ["sh", "-c", before + 'exec "$@"', "sh", *supervisor]
        environment = dict(os.environ, PYTHONPATH=HELPERS, TWINSTACK_RUN_SIGNALS="0 0")
        ran = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=SECONDS, universal_newlines=True)
        return ran.returncode, ran.stdout, ran.stderr

    def ends(self, pid):
        deadline = time.monotonic() + SECONDS
        while os.path.exists("/proc/%d" % pid) and time.monotonic() < deadline:
            time.sleep(0.01)
        self.assertFalse(os.path.exists("/proc/%d" % pid))

    def test_a_report_that_is_not_written_in_time_costs_nothing_but_the_report(self):
        status, _, errors = self.supervised(SILENT, "kill -SEGV $$")
        self.assertEqual(139, status)
        self.assertRegex(errors, r"there is no report of process \d+: it was not written within 1 seconds")

    def test_what_does_not_end_when_it_is_asked_to_is_killed(self):
        status, output, errors = self.supervised(ANSWERING % "0.3 -", "trap 'echo asked' TERM; while :; do sleep 0.05; done")
        self.assertEqual((124, "asked\n", "hang\n"), (status, output, errors))

    def test_what_is_started_when_time_is_over_ends_too(self):
        status, output, _ = self.supervised(ANSWERING % "0.3 -", "trap 'sleep 1000 & echo $!' TERM; while :; do sleep 0.05; done")
        self.assertEqual(124, status)
        self.ends(int(output))

    def test_what_the_shell_had_started_before_stays(self):
        directory = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, directory)
        gate = os.path.join(directory, "gate")
        os.mkfifo(gate)
        other = "sh -c 'read line <%s; sleep 1000 >/dev/null 2>&1 & echo $$ $!; exec >/dev/null 2>&1; wait' & " % gate
        program = "echo >%s; while :; do sleep 0.05; done" % gate
        status, output, _ = self.supervised(ANSWERING % "1 -", program, other)
        self.assertEqual(124, status)
        shell, child = map(int, output.split())
        os.kill(shell, signal.SIGKILL)  # ProcessLookupError, were it gone
        os.kill(child, signal.SIGKILL)

    def test_the_commands_own_crash_is_reported_behind_many_of_children(self):
        crashing = "kill -SEGV $$"
        children = "for each in 1 2 3 4; do sh -c '%s'; done; " % crashing
        status, _, errors = self.supervised(ANSWERING % "- follow", children + crashing)
        self.assertEqual(139, status)
        self.assertEqual(3, errors.splitlines().count("crash"))
        self.assertEqual(1, errors.count("2 crashes of children have been reported"))
