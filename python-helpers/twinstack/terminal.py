"""The debuggee's own terminal: a pseudo-terminal whose other end is a Unix socket.

Its output never passes through MI. Two daemon threads move bytes: out (terminal to socket) and in
(socket to terminal); a slow reader of the socket slows the debuggee down, not GDB, because the
threads wait without Python's lock. The terminal outlives every run of the program, because its
slave side is kept open here, and opened again when the end of a run hung it up.
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

from .commands import operation
from .errors import UserError
from .later import subprocess

CHUNK = 65536
END_OF_FILE = b"\x04"

_current = None


class Terminal:
    """One pseudo-terminal and its pump; ``moved`` counts the bytes of output given to the socket."""

    def __init__(self, address):
        self.socket = connected(address)
        self.master, self.slave = pty.openpty()
        make_raw(self.slave)
        self.tty = os.ttyname(self.slave)
        self.moving = threading.Lock()
        self.moved = 0

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
        while True:
            events = self._events(None)
            with self.moving:
                if events & select.POLLIN:
                    self._move_out()
                else:
                    self._reopen()

    def _events(self, milliseconds):
        """What poll() tells of the master; a new poll object, as two threads cannot share one."""
        ready = select.poll()
        ready.register(self.master, select.POLLIN)
        return sum(events for _, events in ready.poll(milliseconds))

    def _move_out(self):
        data = os.read(self.master, CHUNK)
        with contextlib.suppress(OSError):  # nobody listens any more: the debuggee must go on
            self.socket.sendall(data)
        self.moved += len(data)

    def _reopen(self):
        """Linux hangs the terminal up, for us too, when the debuggee (its session's leader) ends;
        once all output was read there is POLLHUP alone. Opened anew it serves the next run."""
        os.close(self.slave)
        self.slave = os.open(self.tty, os.O_RDWR | os.O_NOCTTY | os.O_CLOEXEC)
        make_raw(self.slave)

    def _pump_in(self):
        data = self._received()
        while data:
            write_all(self.master, data)
            data = self._received()
        write_all(self.master, END_OF_FILE)

    def _received(self):
        """The next input; nothing when the other side stopped sending or is gone."""
        try:
            return self.socket.recv(CHUNK)
        except OSError:
            return b""

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
        if not self.moving.acquire(timeout=seconds):
            return False
        try:
            return not self._events(0) & select.POLLIN
        finally:
            self.moving.release()


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
    global _current
    if _current is not None:
        raise UserError("The debuggee has its terminal already, %s." % _current.tty)
    _current = Terminal(socket)
    _current.start()
    gdb.execute("set inferior-tty " + _current.tty, to_string=True)
    return {"tty": _current.tty}


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
    if _current is not None:
        subprocess.Popen(["cat"], stdin=_current.master, stdout=subprocess.DEVNULL,
                         stderr=subprocess.DEVNULL, start_new_session=True)
    return {}
