"""A process on its way from the tracer to the reporter: stopped as by SIGSTOP, no thread of it traced any more."""

import os
import signal
import time

from . import processes, tracer
from .signals import send

CORE = tuple(getattr(signal, "SIG" + name) for name in "QUIT ILL TRAP ABRT BUS FPE SEGV XCPU XFSZ SYS".split())  # signal(7), "Core"
FAULTS = (signal.SIGSEGV, signal.SIGBUS, signal.SIGILL, signal.SIGFPE)
REPORTING = 600  # seconds for the report
PATIENCE = 5  # seconds for all threads to stop; one that the kernel holds (vfork(2), a dead disk) does not


class Handover:
    """``number``: the signal of which ``tid`` is about to die, or 0 where the process hangs; ``info``: what the kernel says of it."""

    def __init__(self, pid, tid, number, info):
        self.pid = pid
        self.tid = tid
        self.number = number
        self.info = info
        self.deadline = time.monotonic() + PATIENCE
        self.is_told = False

    @classmethod
    def of_crash(cls, tid, number, info):
        """The thread stands where the signal is about to be delivered. A fault recurs when it runs on, with all that the kernel says of it; any other
        signal is sent again, for the reporter's GDB to meet at the same place."""
        pid = processes.process_of(tid)
        if not (number in FAULTS and info.code > 0):
            tracer.queue(pid, tid, number)
        tracer.let_go(tid, signal.SIGSTOP)
        return cls(pid, tid, number, info)

    @classmethod
    def of_hang(cls, pid):
        send(pid, signal.SIGSTOP)
        return cls(pid, pid, 0, None)

    def stopped(self, tid, number, event):
        """Another of its threads stands. A second crash recurs, too."""
        tracer.let_go(tid, 0 if event or number in CORE else number)

    def is_ready(self):
        return self.is_late() or processes.stands(self.pid)

    def is_late(self):
        return time.monotonic() > self.deadline

    def tell(self, reporter):
        self.is_told = True
        self.deadline = time.monotonic() + REPORTING
        if self.number:
            name = signal.Signals(self.number).name
            reporter.tell("crash", self.pid, name, int(self.number), self.info.code, self.info.sender)
        else:
            reporter.tell("hang", self.pid)

    def finish(self):
        """Where the reporter has not let go of it, the signal is delivered all the same."""
        try:
            if self.number and processes.is_stopped(self.pid):
                tracer.queue(self.pid, self.tid, self.number)
        except OSError:
            pass  # it has ended of it, and somebody has waited for it
        send(self.pid, signal.SIGCONT)  # in any case: a SIGSTOP may still wait
