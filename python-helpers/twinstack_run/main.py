"""The leader of ``twinstack run``: ``gdb … -iex 'python …' --args ADAPTER run [OPTIONS] -- COMMAND``, which GDB never comes to look at."""

import os
import select
import time
import traceback

import gdb

from . import tracer
from .program import Program, inherited_signals
from .reporter import Reporter, say
from .signals import ENDING, arrived, descriptor
from .supervisor import Supervisor

NOT_PERMITTED = (
    "the program runs without Twinstack, because Linux does not permit to trace it (%s). In a container start that with"
    " '--cap-add=SYS_PTRACE' (docker, podman) or the capability SYS_PTRACE (kubernetes), with docker before 19.03 also with"
    " '--security-opt seccomp=unconfined'; elsewhere see /proc/sys/kernel/yama/ptrace_scope, which must be below 2."
)


SILENT = (
    "the command runs without Twinstack, and without a time-out: Java said nothing within %d seconds. See whether 'twinstack --help' does, and what else"
    " the machine has to do."
)
PATIENCE = 30  # seconds for Java to start
FAILED = 125  # as timeout(1)


class Interrupted(Exception):
    """A signal has come before the program was there."""

    def __init__(self, number):
        super().__init__(number)
        self.number = number


def main():
    """Ends with the exit status of the run, or of its failure: GDB would go on, and end with 0."""
    status = FAILED
    try:
        without_workers()
        status = run(arguments())
    except Interrupted as interrupted:
        status = 128 + interrupted.number
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(status)


def without_workers():
    """GDB's own threads would take the signals that the supervisor is to hear; a GDB that has no such setting has none."""
    try:
        gdb.execute("maint set worker-threads 0", to_string=True)
    except gdb.error:
        pass


def arguments():
    """The adapter's command line, as GDB was given it."""
    with open("/proc/self/cmdline", "rb") as own:
        words = own.read().split(b"\0")[:-1]
    return words[words.index(b"--args") + 1 :]


def run(words):
    signal_fd = descriptor()
    reporter = Reporter(words)
    wishes = reporter.wishes() if speaks(reporter, signal_fd) else (None, False)
    if wishes is None:
        return reporter.status()
    limit, follow = wishes
    program = Program(words[words.index(b"--") + 1 :])
    supervisor = Supervisor(program, reporter, signal_fd, limit, follow)
    try:
        tracer.seize(program.pid, follow)
    except OSError as refused:
        supervisor.is_traced = False
        say(NOT_PERMITTED % os.strerror(refused.errno))
    program.go()
    status = supervisor.run()
    reporter.end()
    refusal = program.refusal() if status in (126, 127) else None
    if refusal:
        sentence, status = refusal
        say(sentence)
    return status


def speaks(reporter, signal_fd):
    """Waits for the reporter's first word; ends a reporter that has none. Raises Interrupted."""
    poll = select.poll()
    poll.register(signal_fd, select.POLLIN)
    poll.register(reporter.output, select.POLLIN)
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        ready = [fd for fd, _ in poll.poll(1000 * max(0, deadline - time.monotonic()))]
        ending = [each.number for each in arrived(signal_fd) if ends(each.number)]
        if ending:
            reporter.end()
            raise Interrupted(ending[0])
        if reporter.output in ready:
            return True
    reporter.end()
    say(SILENT % PATIENCE)
    return False


def ends(number):
    """Whether the signal would have ended a command that was just typed."""
    ignored, blocked = inherited_signals()
    return number in ENDING and not (ignored | blocked) >> (number - 1) & 1
