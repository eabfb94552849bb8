"""A terminal that the client opens for the debuggee: in its own window, or in one of the desktop.

The debuggee cannot have that one itself: its session is that of the shell in it, and GDB starts the
debuggee in a session of its own. So it gets a pseudo-terminal, as by ssh or in tmux, and what the
user sees is moved to and from it byte by byte: the keys for signals, the modes and the size are the
debuggee's. In the client's terminal only a small script runs, which tells which one it is and of
changes of its size, ends with this process, and then gives the terminal its own modes back.
"""

import contextlib
import fcntl
import itertools
import os
import select
import struct
import termios
import time
import tty

import gdb

from ..commands import operation
from ..errors import UserError
from . import pseudo_terminal

SCRIPT = """\
# The user's end of the terminal of a program that Twinstack debugs; it ends with the session.
cd "${0%/*}" && saved=$(stty -g) || exit
trap '' PIPE
exec 3>reports 4<session
trap 'stty "$saved" 2>/dev/null' EXIT
trap exit HUP INT TERM
trap 'echo size >&3' WINCH
echo "$(tty) ${TERM:-dumb}" >&3
cat <&4 >/dev/null &
while wait $!; [ $? -gt 127 ]; do :; done
"""
CLOSING = "SIGHUP", "SIGCONT"  # what Linux sends when a terminal is closed
SIZE = struct.Struct("HHHH")

_numbers = itertools.count()
_awaited = None


class Window:
    """The client's terminal as a terminal's other end; see pseudo_terminal.AdapterEnd."""

    def __init__(self, directory):
        """In a directory of its own: the script of one that was closed may not have ended yet."""
        directory = os.path.join(directory, "window-%d-%d" % (os.getpid(), next(_numbers)))
        os.mkdir(directory, 0o700)
        reports, session = (os.path.join(directory, name) for name in ("reports", "session"))
        for fifo in (reports, session):
            os.mkfifo(fifo, 0o600)
        self.script = os.path.join(directory, "terminal.sh")
        with open(self.script, "w") as script:
            script.write(SCRIPT)
        self.reports = os.open(reports, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        self.session = os.open(session, os.O_RDWR | os.O_CLOEXEC)  # its end is the script's
        self.screen = self.master = None

    def opened(self, seconds):
        """Wait until the script tells of the terminal; the terminal's TERM."""
        deadline = time.monotonic() + seconds
        told = b""
        while not told.endswith(b"\n"):
            milliseconds = 1000 * (deadline - time.monotonic())
            if milliseconds <= 0 or not _ready(milliseconds, self.reports):
                raise UserError("The client's terminal did not say within %d seconds that it is open." % seconds)
            data = os.read(self.reports, pseudo_terminal.CHUNK)
            if not data:
                raise UserError("The client's terminal was closed before the program used it.")
            told += data
        path, term = told.decode().split("\n")[0].split(" ", 1)
        self._take(path)
        return term

    def _take(self, path):
        try:
            self.screen = os.open(path, os.O_RDWR | os.O_NOCTTY | os.O_CLOEXEC)
            self.modes = termios.tcgetattr(self.screen)
            tty.setraw(self.screen)
        except (OSError, termios.error) as error:
            raise UserError("The client's terminal '%s' cannot be used: %s." % (path, error)) from None

    def prepare(self, pseudo):
        termios.tcsetattr(pseudo.slave, termios.TCSANOW, self.modes)
        self.master = pseudo.master
        with contextlib.suppress(OSError):  # it was just closed, which ``received`` tells
            self._pass_size_on()

    def _pass_size_on(self):
        """Linux tells the debuggee of it by SIGWINCH."""
        size = fcntl.ioctl(self.screen, termios.TIOCGWINSZ, bytes(SIZE.size))
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, size)

    def send(self, data):
        pseudo_terminal.write_all(self.screen, data)

    def received(self):
        """What the user types; nothing when the terminal was closed."""
        try:
            while True:
                ready = _ready(None, self.reports, self.screen)
                if self.reports in ready:
                    if not os.read(self.reports, pseudo_terminal.CHUNK):
                        return b""
                    self._pass_size_on()
                if self.screen in ready:
                    return os.read(self.screen, pseudo_terminal.CHUNK)
        except (OSError, termios.error):
            return b""

    def is_there(self):
        """Whether it was not closed, which ``received`` may not have heard of yet."""
        poll = select.poll()
        poll.register(self.screen, 0)
        return not poll.poll(0)

    def ended(self, pseudo):
        pseudo.close()
        self.close()

    def close(self):
        """Let the script in the client's terminal end, which gives it its own modes back."""
        os.close(self.session)


def _ready(milliseconds, *descriptors):
    """Those that can be read, or have been closed at their other end."""
    poll = select.poll()
    for descriptor in descriptors:
        poll.register(descriptor, select.POLLIN)
    return [descriptor for descriptor, _ in poll.poll(milliseconds)]


@operation("terminal-window")
def terminal_window(directory):
    """Prepare for a terminal of the client, with files in ``directory``: {"script"}, the path of
    what /bin/sh is to run in it; None when the debuggee has a terminal already."""
    global _awaited
    if pseudo_terminal.is_open():
        return {"script": None}
    _awaited = Window(directory)
    return {"script": _awaited.script}


@operation("terminal-window-opened")
def terminal_window_opened(interrupts, seconds=20):
    """Wait for the script to run, and give the debuggee the terminal, from its next start on:
    {"tty", "term"}. The keys of the user are the program's: it gets SIGHUP when the terminal is
    closed, and SIGINT if ``interrupts``, without a stop."""
    global _awaited
    window, _awaited = _awaited, None
    try:
        term = window.opened(seconds)
        pseudo = pseudo_terminal.use(window)
    except UserError:
        window.close()
        raise
    signals = CLOSING + ("SIGINT",) if interrupts else CLOSING
    gdb.execute("handle %s nostop noprint pass" % " ".join(signals), to_string=True)
    return {"tty": pseudo, "term": term}
