"""A program with Python breakpoints, as whoever drives GDB/MI runs it: silently where an operation asks for that."""

import os
import re
import signal
import threading

import gdb

import debuggee
from debuggee import PROGRAMS, Debugged, shown
from twinstack.agent import operations  # noqa: F401 (registers them)

PYTHON_PROGRAMS = (
    *("stepped.py", "imported_later.py", "crossed.py", "executed_anew.py", "of_c.py", "calling.py", "watched.py"),
    *("jumping.py", "constructs.py", "tasks_stepped.py", "tooled.py", "other_interpreter.py", "endless.py", "passing.py", "forking.py"),
)
MAX_STOPS = 200
_sent = []  # what has interrupted the program and not stopped it yet, as something else was first


def path(program):
    return os.path.join(PROGRAMS, program)


def line(program, mark):
    """The number of the line that carries a mark, in Python or in C."""
    wanted = re.compile(r"(#|/\*) @%s\b" % mark)
    with open(path(program), encoding="utf-8") as source:
        return next(number for number, text in enumerate(source, 1) if wanted.search(text))


def marks_of(program):
    """{number of a line: its mark}"""
    with open(path(program), encoding="utf-8") as source:
        return {number: text.split(" @")[1].strip() for number, text in enumerate(source, 1) if " @" in text}


def continue_for(seconds):
    """Let the program run until it stops, or is interrupted as whoever drives GDB does: its thread may wait for one that stands."""
    has_stopped = []
    timer = threading.Timer(seconds, gdb.post_event, (lambda: has_stopped or interrupt(),))
    before = signal.pthread_sigmask(signal.SIG_SETMASK, signal.valid_signals())  # GDB's own are not for the timer
    timer.start()
    signal.pthread_sigmask(signal.SIG_SETMASK, before)
    run_on("continue")
    has_stopped.append(True)
    timer.cancel()


def interrupt():
    _sent.append(signal.SIGINT)
    gdb.execute("interrupt")


def run_on(command):
    """Until the next stop, but for one by a signal that was sent for the stop before, and came too late: the command begins anew then."""
    before = len(_sent)
    gdb.execute(command, to_string=True)
    if _sent and gdb.selected_inferior().pid and int(gdb.parse_and_eval("$_siginfo.si_signo")) == _sent[0]:
        del _sent[0]
        if before > len(_sent):
            run_on(command)


class AgentCase(Debugged):
    PROGRAM = "stepped.py"
    EXPECTED = "[0, 2, 4, 6, 8, 3, 1, 2, 42, True, 8]"  # what the program writes

    @classmethod
    def setUpClass(cls):
        """Each test runs the program anew."""

    def setUp(self):
        debuggee.end()
        del _sent[:]
        self.written = os.path.join(debuggee.scratch(), "results")
        for setting in debuggee.environment():
            gdb.execute(setting)
        gdb.execute("set cwd " + debuggee.scratch())
        gdb.execute("file " + debuggee.python()["executable"], to_string=True)
        self.addCleanup(self.let_go)

    def let_go(self):
        """No breakpoint is left for the next test."""
        debuggee.end()
        for program in PYTHON_PROGRAMS:
            self.place(program)

    def request(self, program, mark, **decided):
        return dict(line=line(program, mark), **decided)

    def place(self, program, *requests):
        """The rows of a file's breakpoints."""
        reply = self.carried_out(self.result("set-python-breakpoints", path=path(program), breakpoints=list(requests)))
        return reply["breakpoints"]

    def place_at(self, *marks):
        return self.place("stepped.py", *(self.request("stepped.py", mark) for mark in marks))

    def carried_out(self, reply):
        """What an operation has come to, the program having run for it."""
        while "run" in reply:
            self.select(reply["run"]["thread"])
            continue_for(reply["run"]["within"] / 1000)
            reply = self.result("python-stop")
        return reply["result"]

    def select(self, number):
        next(each for each in gdb.selected_inferior().threads() if each.global_num == number).switch()

    def start(self):
        """Run the program until it stops for the user: STOP, or None when it has ended."""
        return self.resume("run '%s' '%s' > /dev/null" % (path(self.PROGRAM), self.written))

    def resume(self, command="continue"):
        for _ in range(MAX_STOPS):
            run_on(command)
            if not gdb.selected_inferior().pid:
                return None
            stop = self.carried_out(self.result("python-stop"))
            if not stop["resume"]:
                return stop["stop"]
            command = "continue"
        self.fail("the program stops again and again")

    def step(self, kind, **more):
        self.carried_out(self.result("python-step", thread=self.thread(), kind=kind, **more))
        return self.resume()

    def start_at(self, mark, program=None):
        """Run the program up to a line, once."""
        program = program or self.PROGRAM
        self.place(program, self.request(program, mark))
        self.start()
        self.place(program)

    def assert_step(self, kind, mark, function):
        stop = self.step(kind)
        self.assertEqual("step", stop["reason"])
        self.assert_at(mark, function)

    def here(self):
        """(function, line) of the newest frame, which is Python's."""
        newest = self.frames()[0]
        self.assertEqual("python", newest["kind"], self.frames()[:5])
        return newest["name"], newest["line"]

    def assert_at(self, mark, function, program=None):
        self.assertEqual((shown(function), line(program or self.PROGRAM, mark)), self.here())

    def assert_ended_well(self, stop):
        self.assertIsNone(stop)
        with open(self.written) as file:
            self.assertEqual(self.EXPECTED, file.read())
