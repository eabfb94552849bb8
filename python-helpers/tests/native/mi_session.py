"""A GDB of its own behind MI, for tests of what only MI shows: records, a running program."""

import json
import os
import re
import select
import subprocess
import time

HELPERS = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
COMPILED = os.path.join(HELPERS, "target", "pycache")  # what one GDB has compiled, the next need not
SET_UP = (
    "-gdb-set debuginfod enabled off",
    "-gdb-set mi-async on",
    "-gdb-set confirm off",
    "-gdb-set pagination off",
)
LIMIT = 20.0  # seconds that any answer may take
MI_DOOR = (12, 1)  # the first GDB with gdb.MICommand


def escaped(text):
    return text.replace("\\", "\\\\").replace('"', '\\"')


def unescaped(text):
    """The text of an MI string; operations answer ASCII, so it has no octal escapes."""
    return re.sub(r"\\(.)", lambda found: "\n" if found.group(1) == "n" else found.group(1), text)


class MiSession:
    """``gdb --interpreter=mi3 ARGUMENTS`` with the helpers loaded; ``log`` has all its records."""

    def __init__(self, *arguments, directory=None):
        self.process = subprocess.Popen(
            ["gdb", "-nx", "-q", "--interpreter=mi3", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=directory,
        )
        self.log, self.rest, self.token = [], b"", 0
        for command in SET_UP:
            self.send(command)
        self.version = self.read_version()
        load = "import sys; sys.pycache_prefix = '%s'; sys.path.insert(0, '%s'); import twinstack.adapter"
        self.console("python " + load % (COMPILED, HELPERS))

    def close(self):
        self.process.kill()
        self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()

    def send(self, command):
        """The result record of an MI command, without its token."""
        self.token += 1
        self.process.stdin.write(("%d%s\n" % (self.token, command)).encode())
        self.process.stdin.flush()
        return self.wait(lambda line: line.startswith("%d^" % self.token), since=0)

    def console(self, command):
        return self.send('-interpreter-exec console "%s"' % escaped(command))

    def ask(self, operation, **arguments):
        """The reply of one of the helpers' operations, through the door that the adapter takes."""
        since = len(self.log)
        record = self.knock(operation, **arguments)
        if self.version < MI_DOOR:
            record = next(line for line in self.log[since:] if line.startswith('~"{'))
        return json.loads(unescaped(re.search(r'"(.*)"', record).group(1)))

    def knock(self, operation, **arguments):
        """The result record of an operation."""
        text = json.dumps(arguments)
        if self.version < MI_DOOR:
            return self.console("twinstack %s %s" % (operation, text))
        return self.send('-twinstack %s "%s"' % (operation, escaped(text)))

    def read_version(self):
        """(major, minor) of GDB."""
        self.send("-gdb-version")
        banner = next(line for line in self.log if line.startswith('~"GNU gdb '))
        return tuple(int(part) for part in re.search(r" (\d+)\.(\d+)[^ ]*\\n", banner).groups())

    def result(self, operation, **arguments):
        reply = self.ask(operation, **arguments)
        if "error" in reply:
            raise AssertionError("%s: %s" % (operation, reply["error"]))
        return reply["result"]

    def wait(self, wanted, since=None):
        """The first record after position ``since`` of the log for which ``wanted`` holds."""
        position = len(self.log) if since is None else since
        deadline = time.monotonic() + LIMIT
        while True:
            for line in self.log[position:]:
                if wanted(line):
                    return line
            position = len(self.log)
            self._receive(deadline)

    def stopped(self, since):
        return self.wait(lambda line: line.startswith("*stopped"), since)

    def resume(self, command="-exec-continue"):
        """Let the program run until its next stop; that record."""
        position = len(self.log)
        self.send(command)
        return self.stopped(position)

    def quiet(self, seconds):
        """Everything that GDB says within ``seconds``."""
        position, deadline = len(self.log), time.monotonic() + seconds
        while time.monotonic() < deadline:
            if select.select([self.process.stdout], [], [], 0.05)[0]:
                self._receive(time.monotonic() + LIMIT)
        return self.log[position:]

    def _receive(self, deadline):
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([self.process.stdout], [], [], left)[0]:
            raise AssertionError("GDB did not answer in time; it said:\n" + "\n".join(self.log[-40:]))
        data = os.read(self.process.stdout.fileno(), 65536)
        if not data:
            raise AssertionError("GDB ended; it said:\n" + "\n".join(self.log[-40:]))
        *lines, self.rest = (self.rest + data).split(b"\n")
        self.log.extend(line.decode("utf-8", "replace") for line in lines)
