"""A GDB of its own behind MI, for tests of what only MI shows: records, a running program."""

import json
import os
import re
import select
import subprocess
import time

HELPERS = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SET_UP = (
    "-gdb-set debuginfod enabled off",
    "-gdb-set mi-async on",
    "-gdb-set confirm off",
    "-gdb-set pagination off",
)
LIMIT = 20.0  # seconds that any answer may take


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
        load = "import sys; sys.dont_write_bytecode = True; sys.path.insert(0, '%s'); import twinstack.adapter"
        self.console("python " + load % HELPERS)

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
        quoted = command.replace("\\", "\\\\").replace('"', '\\"')
        return self.send('-interpreter-exec console "%s"' % quoted)

    def ask(self, name, **arguments):
        """The reply of one of the helpers' operations, through its MI door."""
        text = json.dumps(arguments).replace("\\", "\\\\").replace('"', '\\"')
        record = self.send('-twinstack %s "%s"' % (name, text))
        quoted = re.fullmatch(r'\d+\^done,json="(.*)"', record).group(1)
        return json.loads(re.sub(r"\\(.)", r"\1", quoted))

    def result(self, name, **arguments):
        reply = self.ask(name, **arguments)
        if "error" in reply:
            raise AssertionError("%s: %s" % (name, reply["error"]))
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
