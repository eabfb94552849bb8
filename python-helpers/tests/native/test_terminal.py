"""The debuggee's terminal: bytes arrive unchanged and in full, GDB never waits for a reader."""

import os
import re
import socket
import tempfile
import threading
import time
import unittest

import programs
from mi_session import LIMIT, MiSession


def output(size):
    """What programs/output.c writes."""
    period = bytes(10 if at % 61 == 60 else 65 + at % 53 for at in range(61 * 53))
    return (period * (size // len(period) + 1))[:size]


class Listener:
    """The adapter's end of the socket; ``received`` grows as fast as ``reading`` allows."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="twinstack-tests-")
        self.path = os.path.join(self.folder.name, "terminal socket")
        self.server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.server.bind(self.path)
        self.server.listen(1)
        self.reading = threading.Event()
        self.reading.set()
        self.received = bytearray()

    def accept(self):
        self.connection, _ = self.server.accept()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        while True:
            self.reading.wait()
            data = self.connection.recv(1 << 18)
            if not data:
                return
            self.received += data

    def wait(self, wanted):
        """Wait until ``wanted(received)``; whether it came true."""
        deadline = time.monotonic() + LIMIT
        while not wanted(self.received) and time.monotonic() < deadline:
            time.sleep(0.005)
        return wanted(self.received)

    def close(self):
        self.reading.set()
        self.server.close()
        self.connection.close()
        self.folder.cleanup()


class Terminal(unittest.TestCase):
    def start(self, *arguments):
        self.session = MiSession("--args", programs.build("output.c"), *arguments)
        self.addCleanup(self.session.close)
        self.listener = Listener()
        self.addCleanup(self.listener.close)
        self.tty = self.session.result("terminal", socket=self.listener.path)["tty"]
        self.listener.accept()

    def test_fifty_megabytes_arrive_unchanged(self):
        size = 50000000
        self.start(str(size))
        begin = time.monotonic()
        self.assertIn('reason="exited-normally"', self.session.resume("-exec-run"))
        drained = self.session.result("terminal-drain")
        self.assertEqual(drained, {"drained": True, "bytes": size})
        self.assertTrue(self.listener.wait(lambda received: len(received) == size))
        print("50 MB in %.2f s" % (time.monotonic() - begin), end=" ", flush=True)
        self.assertTrue(self.listener.received == output(size))

    def test_the_last_bytes_are_never_lost(self):
        self.start("1000")
        for run in range(1, 11):
            self.session.resume("-exec-run")
            drained = self.session.result("terminal-drain")
            self.assertEqual(drained, {"drained": True, "bytes": 1000 * run})
        self.assertTrue(self.listener.wait(lambda received: len(received) == 10000))
        self.assertEqual(bytes(self.listener.received), output(1000) * 10)

    def test_nothing_of_it_is_in_mi(self):
        self.start("200")
        self.session.resume("-exec-run")
        self.assertNotIn("ABCDEFG", "".join(self.session.log))

    def test_a_reader_that_stands_still_stops_the_program_and_not_gdb(self):
        size = 5000000
        self.start(str(size))
        self.listener.reading.clear()
        since = len(self.session.log)
        self.session.send("-exec-run")
        deadline = time.monotonic() + 30
        while self.session.result("terminal-drain", seconds=0.2)["drained"]:  # it has not begun to write
            self.assertLess(time.monotonic(), deadline)
            self.session.quiet(0.2)
        begin = time.monotonic()
        self.session.send("-data-evaluate-expression 1")
        self.assertEqual(self.session.result("terminal-drain", seconds=0.2)["drained"], False)
        self.assertLess(time.monotonic() - begin, 5)
        self.session.result("interrupt")
        self.assertIn("SIGSTOP", self.session.stopped(since))
        self.listener.reading.set()
        self.assertIn('reason="exited-normally"', self.session.resume())
        self.assertTrue(self.session.result("terminal-drain")["drained"])
        self.assertTrue(self.listener.wait(lambda received: len(received) == size))

    def test_a_reader_that_is_gone_does_not_stop_the_program(self):
        self.start("5000000")
        self.listener.connection.shutdown(socket.SHUT_RDWR)
        self.assertIn('reason="exited-normally"', self.session.resume("-exec-run"))
        self.assertTrue(self.session.result("terminal-drain")["drained"])

    def test_input_lines_and_end_of_file(self):
        self.start("0", "echo")
        since = len(self.session.log)
        self.session.send("-exec-run")
        self.listener.connection.sendall("one\ntwo é\n".encode())
        self.assertTrue(self.listener.wait(lambda received: received.count(b"\n") == 2))
        self.assertEqual(self.listener.received.decode(), "got one\ngot two é\n")
        self.listener.connection.shutdown(socket.SHUT_WR)
        self.assertIn('reason="exited-normally"', self.session.stopped(since))

    def test_the_program_sees_a_terminal_of_its_own(self):
        self.start("0")
        self.session.send("-break-insert main")
        self.session.resume("-exec-run")
        pid = self.session.result("probe")["pid"]
        for descriptor in range(3):
            self.assertEqual(os.readlink("/proc/%d/fd/%d" % (pid, descriptor)), self.tty)
        self.assertEqual(len(os.listdir("/proc/%d/fd" % pid)), 3)

    def test_gdb_can_fork_while_the_terminal_is_busy(self):
        self.start("30000000")
        since = len(self.session.log)
        self.session.send("-exec-run")
        for number in range(20):
            self.session.console("shell exit %d" % number)
            self.session.console("python import subprocess; subprocess.check_call(['true'])")
        self.session.stopped(since)
        self.assertTrue(self.session.result("terminal-drain")["drained"])
        self.assertNotIn("^error", "".join(self.session.log[since:]))

    def test_signals_are_for_gdb_alone(self):
        self.start("0")
        tasks = "/proc/%d/task" % self.session.process.pid
        blocked = []
        for task in os.listdir(tasks):
            with open(os.path.join(tasks, task, "status")) as status:
                mask = re.search(r"SigBlk:\s*(\w+)", status.read()).group(1)
            blocked.append(bool(int(mask, 16) & 1 << 17 - 1))  # SIGCHLD
        self.assertEqual(blocked.count(False), 1)

    def test_only_one_terminal(self):
        self.start("0")
        error = self.session.ask("terminal", socket=self.listener.path)["error"]
        self.assertEqual(error["message"], "The debuggee has its terminal already, %s." % self.tty)

    def test_a_socket_that_nobody_listens_on(self):
        session = MiSession()
        self.addCleanup(session.close)
        error = session.ask("terminal", socket="/no/such/socket")["error"]
        self.assertEqual(error["kind"], "user")
        self.assertIn("'/no/such/socket' cannot be reached", error["message"])


if __name__ == "__main__":
    unittest.main()
