"""A terminal of tmux with one program in it: keys go in, the screen is read. Every wait is bounded by `timeout` seconds.

tmux is driven in its control mode (tmux(1), "CONTROL MODE"): commands on its standard input, their answers between %begin and %end, and
a line beginning with %output whenever the program writes, which is when the screen is worth reading again."""
import os
import re
import select
import shlex
import subprocess
import time


class Terminal:
    """The program `command` (a list) in a terminal of `columns` by `lines`, in directory `cwd`."""

    def __init__(self, command, environment, cwd, columns=180, lines=60, timeout=30.0):
        self.timeout = timeout
        self._unread = b""
        self._process = subprocess.Popen(
            ["tmux", "-f", "/dev/null", "-L", f"twinstack-{os.getpid()}-{id(self)}", "-C", "new-session", "-x", str(columns), "-y", str(lines), shlex.join(command)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0, env={**environment, "TERM": "xterm-256color"}, cwd=cwd)
        self._answer(time.monotonic() + timeout)
        self._ask(f"refresh-client -C {columns},{lines}")

    def close(self):
        """Ends tmux and, by SIGHUP, the program."""
        self._process.stdin.write(b"kill-server\n")
        self._process.stdin.close()
        self._process.wait(self.timeout)
        self._process.stdout.close()

    def press(self, *keys):
        """Presses keys by their names in tmux: `C-x`, `Enter`, `F5`, `a`."""
        self._ask(shlex.join(["send-keys", *keys]))

    def type(self, text):
        """Types `text` and Enter."""
        self._ask(shlex.join(["send-keys", "-l", text]))
        self.press("Enter")

    def screen(self):
        """The lines of the screen as one text."""
        return self._ask("capture-pane -p")

    def shows(self, *patterns):
        """Waits until each of these regular expressions has a match on the screen, in which ^ and $ are the ends of a line."""
        for pattern in patterns:
            self._read_until(lambda screen, wanted=pattern: re.search(wanted, screen, re.MULTILINE), f"{pattern!r} was not to be seen")

    def hides(self, pattern):
        """Waits until this regular expression has no match on the screen any more."""
        self._read_until(lambda screen: not re.search(pattern, screen, re.MULTILINE), f"{pattern!r} was still to be seen")

    def _read_until(self, fits, failure):
        deadline = time.monotonic() + self.timeout
        while not fits(screen := self.screen()):
            if time.monotonic() > deadline or not self._line(deadline):
                raise AssertionError(f"{failure} after {self.timeout:.0f} s on\n{screen}")

    def _ask(self, command):
        self._process.stdin.write(command.encode() + b"\n")
        return self._answer(time.monotonic() + self.timeout)

    def _answer(self, deadline):
        """The lines of the next answer; what else tmux tells before it is passed over."""
        lines = None
        while line := self._line(deadline):
            word = line.split(b" ", 1)[0].rstrip()
            if word == b"%begin":
                lines = []
            elif word == b"%end":
                return b"".join(lines).decode(errors="replace")
            elif word == b"%error":
                raise AssertionError(f"tmux refused: {b''.join(lines).decode()}")
            elif lines is not None:
                lines.append(line)
        raise AssertionError(f"tmux gave no answer; it has {'ended' if self._process.poll() is not None else 'not ended'}")

    def _line(self, deadline):
        """The next line of what tmux tells; empty when there is none before `deadline`, or tmux has ended."""
        while b"\n" not in self._unread:
            readable, _, _ = select.select([self._process.stdout], [], [], max(0.0, deadline - time.monotonic()))
            data = os.read(self._process.stdout.fileno(), 1 << 16) if readable else b""
            if not data:
                return b""
            self._unread += data
        line, _, self._unread = self._unread.partition(b"\n")
        return line + b"\n"
