"""What is waited for: the program's end, stops of what is traced, signals, reports, the time that the program may take."""

import os
import select
import signal
import time
import traceback

from . import libc, processes, tracer
from .handover import CORE, REPORTING, Handover
from .reporter import say
from .signals import PassingOn, arrived, send

STOPPING = (signal.SIGSTOP, signal.SIGTSTP, signal.SIGTTIN, signal.SIGTTOU)
LOOK = 0.005  # seconds until a process that is handed over is looked at again
GRACE = 3  # seconds between SIGTERM and SIGKILL
REPORTS = 100  # of children's crashes in one run
TIMED_OUT = 124  # as timeout(1)
SET_CHILD_SUBREAPER = 36


class Supervisor:
    """``limit``: for how many seconds the program may run, or None; ``follow``: whether its children are traced, too."""

    def __init__(self, program, reporter, signal_fd, limit, follow):
        self.program = program
        self.reporter = reporter
        self.signal_fd = signal_fd
        self.follow = follow
        self.deadline = time.monotonic() + limit if limit else None
        self.since = processes.start(program.pid)
        self.passing_on = PassingOn(program.pid)
        self.handovers = {}  # the process: its Handover
        self.is_traced = True
        self.timed_out = False
        self.ending = None  # when the program that has timed out is killed
        self.others = ()  # what is not of it then
        self.crashes = 0
        self.status = None

    def run(self):
        """The program's exit status as a shell has it."""
        poll = select.poll()
        poll.register(self.signal_fd, select.POLLIN)
        poll.register(self.reporter.output, select.POLLIN)
        while True:
            self.wait_for_children()
            self.hand_over()
            if self.status is not None and not self.handovers:
                if self.timed_out:
                    self.end_left()
                return self.exit_status()
            for fd, _ in poll.poll(self.patience()):
                if fd == self.signal_fd:
                    for each in arrived(fd):
                        self.passing_on.arrived(each)
                else:
                    self.heard(poll)

    def exit_status(self):
        if self.timed_out:
            return TIMED_OUT
        return os.WEXITSTATUS(self.status) if os.WIFEXITED(self.status) else 128 + os.WTERMSIG(self.status)

    def patience(self):
        """Milliseconds until something is due besides, or None."""
        dues = [self.passing_on.due(), self.due_of_limit()]
        dues += [max(LOOK, each.deadline - time.monotonic()) if each.is_told else LOOK for each in self.handovers.values()]
        return min((1000 * due for due in dues if due is not None), default=None)

    def due_of_limit(self):
        now = time.monotonic()
        if self.status is not None:
            return None
        if self.ending is not None and now >= self.ending:
            self.passing_on.send(signal.SIGKILL)
            return None
        if self.deadline is not None and now >= self.deadline:
            self.deadline = None
            self.time_is_over()
            return 0
        when = self.ending if self.ending is not None else self.deadline
        return None if when is None else when - now

    def time_is_over(self):
        self.timed_out = True
        followed = processes.descendants(self.program.pid) if self.follow else []
        for pid in [self.program.pid] + followed:
            if self.reporter.is_alive and pid not in self.handovers and processes.is_traced(pid, os.getpid()):
                self.handovers[pid] = Handover.of_hang(pid)
        if not self.handovers:
            self.end_program()

    def end_program(self):
        self.others = set(processes.descendants(os.getpid())).difference(processes.descendants(os.getpid(), self.since))
        libc.prctl(SET_CHILD_SUBREAPER, 1)  # its orphans become ours, and those of others, too
        self.passing_on.send(signal.SIGTERM)
        self.passing_on.send(signal.SIGCONT)
        self.ending = time.monotonic() + GRACE

    def end_left(self):
        """What a program that has timed out has started ends with it, whatever it starts meanwhile."""
        left, deadline = self.left(), time.monotonic() + GRACE
        while left and time.monotonic() < deadline:
            for pid in left:
                send(pid, signal.SIGKILL)
            time.sleep(LOOK)
            self.wait_for_children()
            left = self.left()

    def left(self):
        """Neither the reporter, which came before the program, nor what the shell had started that has become the supervisor, nor what these have started."""
        started = processes.descendants(os.getpid(), self.since, self.others)
        return [pid for pid in started if processes.is_alive(pid)]

    def wait_for_children(self):
        kinds = os.WNOHANG | tracer.ALL_CHILDREN | (0 if self.is_traced else os.WUNTRACED)
        while True:
            try:
                tid, status = os.waitpid(-1, kinds)
            except ChildProcessError:
                return
            if tid == 0:
                return
            if os.WIFSTOPPED(status):
                self.served(tid, os.WSTOPSIG(status), status >> 16)
            elif tid == self.program.pid:
                self.status = status

    def served(self, tid, number, event):
        try:
            self.stopped(tid, number, event)
        except Exception:  # a defect costs a report, and not the program
            traceback.print_exc()
            tracer.go_on(tid, 0 if event else number)

    def stopped(self, tid, number, event):
        handover = self.handovers and self.handovers.get(processes.process_of(tid))
        if handover:
            handover.stopped(tid, number, event)
        elif event == tracer.EVENT_STOP and number in STOPPING:
            tracer.stay(tid)
            self.stop_too(tid, number)
        elif not self.is_traced:
            self.stop_too(tid, number)
        elif event:
            tracer.go_on(tid)
        else:
            self.signalled(tid, number)

    def stop_too(self, tid, number):
        """Stops with the program, so that the shell knows; a SIGSTOP is for the program alone."""
        if tid == self.program.pid and number != signal.SIGSTOP:
            os.kill(os.getpid(), signal.SIGSTOP)

    def signalled(self, tid, number):
        info = tracer.siginfo(tid)
        if processes.process_of(tid) == self.program.pid:
            self.passing_on.delivered(number, info.sender)
        if number in CORE and self.reporter.is_alive and processes.is_default(tid, number) and self.has_report_left(tid):
            handover = Handover.of_crash(tid, number, info)
            self.handovers[handover.pid] = handover
            if handover.pid == self.program.pid:
                self.deadline = None  # its end is no matter of time any more
        else:
            tracer.go_on(tid, number)

    def has_report_left(self, tid):
        """Whether this crash is reported, too, as the program's own always is; says once that others are not."""
        if processes.process_of(tid) == self.program.pid:
            return True
        self.crashes += 1
        if self.crashes == REPORTS + 1:
            say("%d crashes of children have been reported; those that follow are not." % REPORTS)
        return self.crashes <= REPORTS

    def hand_over(self):
        for each in self.handovers.values():
            if not each.is_told and each.is_ready():
                each.tell(self.reporter)
            elif each.is_late() and self.reporter.is_alive:
                say("there is no report of process %d: it was not written within %d seconds." % (each.pid, REPORTING))
                self.reporter.give_up()

    def heard(self, poll):
        """The reporter has said something, or is gone."""
        done = [int(line.split()[1]) for line in self.reporter.lines()]
        if not self.reporter.is_alive:
            poll.unregister(self.reporter.output)
            done = list(self.handovers)
        for pid in done:
            self.handovers.pop(pid).finish()
        if self.timed_out and not self.handovers and self.ending is None:
            self.end_program()
