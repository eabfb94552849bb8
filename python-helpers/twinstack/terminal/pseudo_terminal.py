"""The debuggee's own terminal: a pseudo-terminal, whose other end is moved to and from elsewhere.

Its output never passes through MI. Two daemon threads move bytes, out of the terminal and into it;
a slow reader at the far end slows the debuggee down, not GDB, because the threads wait without
Python's lock. The terminal outlives every run of the program, because its slave side is kept open
here, and opened again when the end of a run hung it up.
"""

import contextlib
import os
import pty
import select
import signal
import socket
import termios
import threading
import time

import gdb

from ..commands import operation
from ..errors import UserError
from ..later import subprocess

CHUNK = 65536
END_OF_FILE = b"\x04"

_current = None


class Terminal:
    """One pseudo-terminal and its pump; ``moved`` counts the bytes of output given to ``far``, the
    other end, as which see AdapterEnd."""

    def __init__(self, far):
        self.far = far
        self.master, self.slave = pty.openpty()
        self.tty = os.ttyname(self.slave)
        self.moving = threading.Lock()
        self.moved = 0
        self.closing, self.closed = os.pipe()
        self.is_closed = False
        far.prepare(self)

    def start(self):
        """Start both threads with every signal blocked: signals are for GDB's own thread, whose
        event loop they wake (SIGCHLD above all). New threads inherit the mask, processes that GDB
        forks from its own thread do not."""
        before = signal.pthread_sigmask(signal.SIG_BLOCK, set(signal.Signals))
        try:
            for run in (self._pump_out, self._pump_in):
                threading.Thread(target=run, name="twinstack-terminal", daemon=True).start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)

    def _pump_out(self):
        while not self.is_closed:
            events = self._events(None)
            with self.moving:
                if self.is_closed:
                    os.close(self.master)
                elif events & select.POLLIN:
                    self._move_out()
                else:
                    self._reopen()

    def _events(self, milliseconds):
        """What poll() tells of the master, 0 also when the terminal is being closed; a new poll
        object, as two threads cannot share one."""
        ready = select.poll()
        ready.register(self.master, select.POLLIN)
        ready.register(self.closing, select.POLLIN)
        return dict(ready.poll(milliseconds)).get(self.master, 0)

    def _move_out(self):
        data = os.read(self.master, CHUNK)
        with contextlib.suppress(OSError):  # nobody listens any more: the debuggee must go on
            self.far.send(data)
        self.moved += len(data)

    def _reopen(self):
        """Linux hangs the terminal up, for us too, when the debuggee (its session's leader) ends;
        once all output was read there is POLLHUP alone. Opened anew it serves the next run."""
        os.close(self.slave)
        self.slave = os.open(self.tty, os.O_RDWR | os.O_NOCTTY | os.O_CLOEXEC)
        self.far.prepare(self)

    def _pump_in(self):
        data = self.far.received()
        while data:
            write_all(self.master, data)
            data = self.far.received()
        self.far.ended(self)

    def close(self):
        """Hang it up, as when the window of a terminal is closed: Linux sends the debuggee SIGHUP."""
        with self.moving:
            self.is_closed = True
            os.close(self.slave)
            os.close(self.closed)

    def drain(self, seconds):
        """Wait until all that was written to the terminal is in the socket; whether it is."""
        deadline = time.monotonic() + seconds
        while not self._is_drained(max(0, deadline - time.monotonic())):
            if time.monotonic() > deadline:
                return False
            time.sleep(0.001)
        return True

    def _is_drained(self, seconds):
        """poll() itself moves what the slave has written into the master's buffer (n_tty_poll in
        Linux), so it misses nothing that a process wrote before it ended."""
        if self.is_closed:
            return True
        if not self.moving.acquire(timeout=seconds):
            return False
        try:
            return self.is_closed or not self._events(0) & select.POLLIN
        finally:
            self.moving.release()


class AdapterEnd:
    """The adapter at a terminal's other end, through a Unix socket."""

    def __init__(self, address):
        self.socket = connected(address)

    def prepare(self, terminal):
        """Set up the terminal, which was just opened."""
        make_raw(terminal.slave)

    def send(self, data):
        """Take output. Raises OSError when nobody does."""
        self.socket.sendall(data)

    def received(self):
        """The next input; nothing when the other side stopped sending or is gone."""
        try:
            return self.socket.recv(CHUNK)
        except OSError:
            return b""

    def is_there(self):
        """Whether the other end is still there: always, as the adapter outlives its GDB."""
        return True

    def ended(self, terminal):
        """No further input comes: the program reads the end of its file."""
        write_all(terminal.master, END_OF_FILE)


def connected(address):
    """A socket connected to the Unix socket ``address``, on which the adapter listens."""
    client = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        client.connect(address)
    except OSError as error:
        client.close()
        raise UserError("The terminal's socket '%s' cannot be reached: %s." % (address, error)) from None
    return client


def make_raw(slave):
    """Output passes unchanged ("\\n" stays "\\n") and input is not echoed; line editing, end of
    file and ^C are as in any terminal."""
    attributes = termios.tcgetattr(slave)
    attributes[1] &= ~termios.OPOST
    attributes[3] &= ~termios.ECHO
    termios.tcsetattr(slave, termios.TCSANOW, attributes)


def write_all(descriptor, data):
    while data:
        data = data[os.write(descriptor, data) :]


@operation("terminal")
def terminal(socket):
    """Give the debuggee, from its next start on, a terminal of its own.

    What it writes arrives unchanged at the Unix socket, what is sent there is its input; when the
    other side stops sending (shutdown of its output), the debuggee reads end of file.
    """
    return {"tty": use(AdapterEnd(socket))}


def use(far):
    """Give the debuggee a terminal with that other end; its path. One that was closed is replaced."""
    global _current
    if is_open():
        raise UserError("The debuggee has its terminal already, %s." % _current.tty)
    _current = Terminal(far)
    _current.start()
    gdb.execute("set inferior-tty " + _current.tty, to_string=True)
    return _current.tty


def is_open():
    """Whether the debuggee has a terminal, and whoever is at its other end has not left it."""
    return _current is not None and not _current.is_closed and _current.far.is_there()


@operation("terminal-drain")
def terminal_drain(seconds=5):
    """For after the debuggee has ended: wait until its last output is in the socket.

    "bytes" is how many were put there since the terminal was made, so the reader knows when it
    has them all; "drained" is false when the reader was too slow for that within ``seconds``.
    """
    if _current is None:
        return {"drained": True, "bytes": 0}
    return {"drained": _current.drain(seconds), "bytes": _current.moved}


@operation("terminal-keep")
def terminal_keep():
    """For before GDB leaves a running debuggee: keep its terminal open until it ends.

    Without a reader the terminal would be hung up with GDB's end, and the debuggee die of SIGHUP.
    A process of its own reads on, in vain, until nobody has the terminal open any more.
    """
    if is_open():
        subprocess.Popen(["cat"], stdin=_current.master, stdout=subprocess.DEVNULL,
                         stderr=subprocess.DEVNULL, start_new_session=True)
    return {}
