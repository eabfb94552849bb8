"""The debuggee in a terminal of the client: its size, modes and keys, and what is left of it."""

import fcntl
import os
import pty
import select
import signal
import struct
import tempfile
import termios
import threading
import time
import unittest

import programs
from mi_session import HELPERS, LIMIT, MiSession

SOURCE = os.path.join(os.path.dirname(HELPERS), "test-programs", "at_terminal", "main.c")


class UserTerminal:
    """A terminal that runs one command, and all that it shows."""

    def __init__(self, *command):
        self.shown = b""
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            os.environ["TERM"] = "vt100"
            os.execv(command[0], command)
        self.resize(20, 70)
        self.closing = False
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self):
        while not self.closing:
            if select.select([self.master], [], [], 0.01)[0]:
                try:
                    self.shown += os.read(self.master, 65536)
                except OSError:  # the command has ended
                    return

    def close(self):
        """Close its window; one that is being read would stay open until then."""
        self.closing = True
        self.reader.join()
        os.close(self.master)

    def resize(self, rows, columns):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def type(self, keys):
        os.write(self.master, keys)

    def wait(self, text):
        deadline = time.monotonic() + LIMIT
        while text not in self.shown:
            assert time.monotonic() < deadline, "%r is not in %r" % (text, self.shown)
            time.sleep(0.005)

    def ended(self):
        """Whether the command ends within the limit."""
        deadline = time.monotonic() + LIMIT
        while time.monotonic() < deadline:
            if os.waitpid(self.pid, os.WNOHANG)[0]:
                return True
            time.sleep(0.005)
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        return False


class TerminalWindow(unittest.TestCase):
    def setUp(self):
        self.session = MiSession("--args", programs.build("at_terminal.c", path=SOURCE))
        self.addCleanup(self.session.close)
        folder = tempfile.TemporaryDirectory(prefix="twinstack-tests-")
        self.addCleanup(folder.cleanup)
        script = self.session.result("terminal-window", directory=folder.name)["script"]
        self.terminal = UserTerminal("/bin/sh", script)
        self.modes = termios.tcgetattr(self.terminal.master)
        opened = self.session.result("terminal-window-opened", interrupts=True)
        self.assertEqual(opened["term"], "vt100")
        self.since = len(self.session.log)
        self.session.send("-exec-run")
        self.terminal.wait(b"its own 1, in front 1\r\nsize 20 70\r\n")

    def test_keys_and_size_are_the_programs(self):
        self.terminal.type(b"line\n")
        self.terminal.wait(b"line\r\nread line\r\n")
        self.terminal.type(b"\x03")
        self.terminal.wait(b"^Cinterrupted\r\n")
        self.terminal.resize(30, 90)
        self.terminal.wait(b"size 30 90\r\n")
        self.terminal.type(b"end\n")
        self.assertIn('reason="exited-normally"', self.session.stopped(self.since))
        self.assertTrue(self.session.result("terminal-drain")["drained"])

    def test_a_killed_gdb_gives_it_back(self):
        self.session.close()
        self.assertTrue(self.terminal.ended())
        self.assertEqual(termios.tcgetattr(self.terminal.master), self.modes)

    def test_the_program_is_told_that_it_was_closed(self):
        self.terminal.close()
        self.assertIn('exit-code="03"', self.session.stopped(self.since))
        self.assertTrue(self.terminal.ended())
        self.assertEqual(self.session.result("terminal-drain")["drained"], True)


if __name__ == "__main__":
    unittest.main()
