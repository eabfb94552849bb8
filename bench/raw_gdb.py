"""GDB/MI without anything between: the floor that an adapter is measured against."""
import os
import pty
import select
import subprocess
import threading
import time

from sides import Refused


class GdbError(Exception):
    """GDB refused a command, or has ended."""


class RawGdb:
    """One GDB process; commands go out in one write, answers are matched by token."""

    def __init__(self, gdb="gdb", timeout=60.0):
        self.timeout = timeout
        self._token = 0
        self._unread = b""
        self._lines = []
        self.printed = []
        self.process = subprocess.Popen(
            [gdb, "-nx", "-q", "--interpreter=mi3"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)

    def prompt(self):
        """Waits for the prompt that says that GDB listens."""
        self._line(lambda line: line.startswith(b"(gdb)"))

    def ask(self, *commands):
        """Sends all commands at once and returns their result records, in order."""
        first = self._token + 1
        self._token += len(commands)
        text = "".join(f"{first + i}{command}\n" for i, command in enumerate(commands))
        self.process.stdin.write(text.encode())
        return [self._result(first + i, command) for i, command in enumerate(commands)]

    def console(self, command):
        """Runs a command of GDB's command line and returns the lines that it printed, as MI records."""
        self.printed = []
        self.ask(f'-interpreter-exec console "{command}"')
        return self.printed

    def stopped(self):
        return self._line(lambda line: line.startswith(b"*stopped"))

    def close(self):
        self.process.kill()
        self.process.wait()

    def _result(self, token, command):
        prefix = b"%d^" % token
        answer = self._line(lambda line: line.startswith(prefix))
        if answer.startswith(prefix + b"error"):
            raise GdbError(f"{command}: {answer.decode()}")
        return answer

    def _line(self, wanted):
        deadline = time.monotonic() + self.timeout
        while True:
            while self._lines:
                line = self._lines.pop(0)
                if line.startswith(b"~"):
                    self.printed.append(line)
                if wanted(line):
                    return line
            self._receive(deadline)

    def _receive(self, deadline):
        readable, _, _ = select.select([self.process.stdout], [], [], max(0, deadline - time.monotonic()))
        if not readable:
            raise Refused(f"GDB was not ready within {self.timeout:.0f} s")
        data = os.read(self.process.stdout.fileno(), 1 << 20)
        if not data:
            raise GdbError("GDB ended")
        *complete, self._unread = (self._unread + data).split(b"\n")
        self._lines += complete


class Terminal:
    """A terminal for the program, read by a thread that counts bytes."""

    def __init__(self):
        self.master, slave = pty.openpty()
        self.name = os.ttyname(slave)
        self.slave = slave
        self.bytes = 0
        self._stop, self._wake = os.pipe()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self):
        while True:
            readable, _, _ = select.select([self.master, self._stop], [], [])
            if self.master in readable:
                self.bytes += len(os.read(self.master, 1 << 16))
            else:
                return

    def drain(self):
        """Ends the reading once all that was written is read, and returns the number of bytes."""
        os.write(self._wake, b"x")
        self._reader.join()
        for descriptor in (self.master, self.slave, self._stop, self._wake):
            os.close(descriptor)
        return self.bytes
