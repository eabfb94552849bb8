"""The adapter, a process of its own: told of a process that stands, it reads and writes the report."""

import os
import signal

from . import processes, program
from .signals import send


class Reporter:
    """Says in its first line what the user wants of the run, ``ready SECONDS|- follow|-``; later ``reported PID`` for each report that is done."""

    def __init__(self, command):
        inner_in, self.input = os.pipe()
        self.output, inner_out = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            become(command, inner_in, inner_out)
        os.close(inner_in)
        os.close(inner_out)
        self.rest = b""
        self.is_alive = True

    def wishes(self):
        """After how many seconds the program is ended (None: never), and whether children are followed; None where it ended without a word."""
        while self.is_alive:
            for line in self.lines():
                _, seconds, follow = line.split()
                return (None if seconds == "-" else float(seconds)), follow == "follow"
        return None

    def tell(self, *words):
        try:
            os.write(self.input, " ".join(map(str, words)).encode() + b"\n")
        except OSError:
            self.is_alive = False

    def lines(self):
        """The lines that have come; waits for some."""
        read = os.read(self.output, 4096)
        self.is_alive = self.is_alive and bool(read)
        *lines, self.rest = (self.rest + read).split(b"\n")
        return [line.decode() for line in lines]

    def status(self):
        """Its exit status, once it has closed its output."""
        return os.WEXITSTATUS(os.waitpid(self.pid, 0)[1])

    def give_up(self):
        """Ends it with its GDBs; the kernel lets go of what they hold."""
        for pid in processes.descendants(self.pid):
            send(pid, signal.SIGKILL)
        self.end()

    def end(self):
        """It has nothing to do any more, and nothing to lose."""
        self.is_alive = False
        try:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        except OSError:
            pass  # it has ended, and was waited for


def say(sentence):
    os.write(2, ("twinstack: %s\n" % sentence).encode())


def become(command, inner_in, inner_out):
    """Executes the adapter, in a session of its own, which no signal of the terminal reaches; does not return."""
    try:
        os.setsid()
        os.dup2(inner_in, 0)
        os.dup2(inner_out, 1)
        program.restore_signals()
        os.execvp(command[0], command)
    finally:
        os._exit(program.NOT_FOUND)
