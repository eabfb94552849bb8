"""The leader of ``twinstack run``: ``gdb … -iex 'python …' --args ADAPTER run [OPTIONS] -- COMMAND``, which GDB never comes to look at."""

import os
import traceback

import gdb

from . import tracer
from .program import Program
from .reporter import Reporter
from .signals import descriptor
from .supervisor import Supervisor

NOT_PERMITTED = (
    "the program runs without Twinstack, because Linux does not permit to trace it (%s). In a container start that with"
    " '--cap-add=SYS_PTRACE' (docker, podman) or the capability SYS_PTRACE (kubernetes), with docker before 19.03 also with"
    " '--security-opt seccomp=unconfined'; elsewhere see /proc/sys/kernel/yama/ptrace_scope, which must be below 2."
)


FAILED = 125  # as timeout(1)


def main():
    """Ends with the exit status of the run, or of its failure: GDB would go on, and end with 0."""
    status = FAILED
    try:
        without_workers()
        status = run(arguments())
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
    wishes = reporter.wishes()
    if wishes is None:
        return reporter.status()
    limit, follow = wishes
    program = Program(words[words.index(b"--") + 1 :])
    supervisor = Supervisor(program, reporter, signal_fd, limit, follow)
    try:
        tracer.seize(program.pid, follow)
    except OSError as refused:
        say(NOT_PERMITTED % os.strerror(refused.errno))
    program.go()
    status = supervisor.run()
    reporter.end()
    refusal = program.refusal() if status in (126, 127) else None
    if refusal:
        sentence, status = refusal
        say(sentence)
    return status


def say(sentence):
    os.write(2, ("twinstack: %s\n" % sentence).encode())
