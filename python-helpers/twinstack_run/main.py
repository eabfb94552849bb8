"""The leader of ``twinstack run``: ``gdb … -iex 'python …' --args ADAPTER run [OPTIONS] -- COMMAND``, which GDB never comes to look at."""

import os

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


def main():
    os._exit(run(arguments()))


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
