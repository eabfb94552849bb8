"""An MiSession of a program with Python breakpoints: what an operation needs the program to run for is done unseen."""

import json
import os
import subprocess
import time
import unittest

import programs
from mi_session import MiSession

PYTHON = os.environ.get("TWINSTACK_PYTHON", "/usr/bin/python3")
VERSION = tuple(json.loads(subprocess.check_output([PYTHON, "-c", "import sys; print(list(sys.version_info[:2]))"])))
MAX_STOPS = 200


class PythonCase(unittest.TestCase):
    """``session``: a GDB; the program's source is one of programs. ``sent``: how many SIGINTs have not stopped the program yet, as something else was first."""

    PROGRAM, sent = None, 0

    def launch(self, *arguments):
        self.session = MiSession("--args", PYTHON, programs.source(self.PROGRAM), *arguments)
        self.addCleanup(self.session.close)

    def attach(self, *arguments):
        """To the program when it has written a line."""
        self.program = subprocess.Popen(
            [PYTHON, "-u", programs.source(self.PROGRAM), *arguments], stdout=subprocess.PIPE, universal_newlines=True
        )
        self.addCleanup(self.program.stdout.close)
        self.addCleanup(self.program.wait)
        self.addCleanup(self.program.kill)
        self.program.stdout.readline()
        self.session = MiSession()
        self.addCleanup(self.session.close)
        self.session.send("-target-attach %d" % self.program.pid)

    def place(self, *requests):
        """The answer of set-python-breakpoints: (mark, other fields) each."""
        wanted = [dict(line=programs.line(self.PROGRAM, mark), **more) for mark, more in requests]
        return self.carried_out("set-python-breakpoints", path=programs.source(self.PROGRAM), breakpoints=wanted)

    def carried_out(self, operation, **arguments):
        reply = self.session.result(operation, **arguments)
        while "run" in reply:
            self.run_unseen(**reply["run"])
            reply = self.session.result("python-stop")
        return reply["result"]

    def run_unseen(self, thread, within, breakable, moves):
        self.run_on("-exec-continue --thread %d" % thread, within / 1000)

    def run_on(self, command, within=None):
        """The record of the next stop, but for one by a SIGINT that was sent for the stop before and came too late. ``within``: seconds, after which one is sent."""
        before, since = self.sent, len(self.session.log)
        self.session.send(command)
        if within is not None and not self.stops_within(since, within):
            self.sent += 1
            self.session.send("-exec-interrupt --all")
        record = self.session.stopped(since)
        if self.sent and 'signal-name="SIGINT"' in record:
            self.sent -= 1
            if before > self.sent:
                return self.run_on("-exec-continue", within)
        return record

    def stops_within(self, since, seconds):
        deadline = time.monotonic() + seconds
        while not any(line.startswith("*stopped") for line in self.session.log[since:]):
            if time.monotonic() > deadline:
                return False
            self.session.quiet(0.01)
        return True

    def resume(self, command="-exec-continue"):
        """The next stop for the user: STOP, or None at the program's end."""
        for _ in range(MAX_STOPS):
            before = len(self.events("python-stop"))
            if 'reason="exited' in self.run_on(command):
                return None
            told = self.events("python-stop")[before:]
            stop = self.carried_out("python-stop")
            if told:
                self.assertEqual({"stop": told[0], "resume": False}, stop)
            if not stop["resume"]:
                return stop["stop"]
            command = "-exec-continue"
        self.fail("the program stops again and again")

    def events(self, name):
        """The fields of what the helpers have told unasked."""
        head = '&"twinstack-event %s ' % name
        lines = (line for line in self.session.log if line.startswith(head))
        return [json.loads(line[len(head) : -3].replace('\\"', '"')) for line in lines]

    def top(self, stop):
        frame = self.session.result("stack", thread=stop["thread"], count=1)["frames"][0]
        return frame["kind"], frame["name"], frame["line"]


