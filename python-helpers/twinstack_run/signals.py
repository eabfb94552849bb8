"""The signals that reach the supervisor, and which of them are for the program."""

import collections
import ctypes
import os
import signal
import struct
import time

from . import libc, tracer

ENDING = tuple(getattr(signal, "SIG" + name) for name in "HUP INT QUIT USR1 USR2 ALRM TERM IO PWR".split())  # what no handler awaits
PASSED_ON = ENDING + (signal.SIGTSTP, signal.SIGCONT, signal.SIGURG, signal.SIGWINCH)
HEARD = PASSED_ON + (signal.SIGCHLD, signal.SIGTTIN, signal.SIGTTOU)
SIGNALFD_SIZE = 128
NONBLOCKING = os.O_NONBLOCK | os.O_CLOEXEC
MANY = 100  # senders that are remembered
TOGETHER = 0.05  # seconds within which a signal to a whole process group has reached all of it

Arrived = collections.namedtuple("Arrived", "number code sender")


def descriptor():
    """Blocks what is heard; a descriptor from which it is read instead (signalfd(2))."""
    signal.pthread_sigmask(signal.SIG_BLOCK, HEARD)
    mask = ctypes.c_uint64(sum(1 << (number - 1) for number in HEARD))
    kinds = ctypes.c_long, ctypes.c_void_p, ctypes.c_long
    whole = (ctypes.c_uint64 * 16)(mask.value)  # sigset_t of glibc
    return libc.function("signalfd", *kinds)(-1, ctypes.addressof(whole), NONBLOCKING)


def arrived(fd):
    """What has come since it was last asked."""
    try:
        raw = os.read(fd, 64 * SIGNALFD_SIZE)
    except BlockingIOError:
        return []
    return [Arrived(*struct.unpack_from("=I4xiI", raw, start)) for start in range(0, len(raw), SIGNALFD_SIZE)]


def send(pid, number):
    """Signals a process; one that has ended, or has become another user's, does not get it."""
    try:
        os.kill(pid, number)
    except OSError:
        pass


class PassingOn:
    """Signals sent to the supervisor that the program, in the same process group, has not got by itself.

    The terminal's go to the whole group. So does what is sent to it by kill(2): the program is seen to get the same from the same sender then.
    """

    def __init__(self, pid):
        self.pid = pid
        self.waiting = {}  # (number, sender): when it is passed on
        self.seen = {}  # (number, sender): until when the same is no news

    def arrived(self, each):
        key = each.number, each.sender
        if each.number in PASSED_ON and each.code != tracer.FROM_KERNEL and self.seen.pop(key, 0) < time.monotonic():
            self.waiting[key] = time.monotonic() + TOGETHER

    def delivered(self, number, sender):
        """The program gets a signal from that sender."""
        if number in PASSED_ON and self.waiting.pop((number, sender), None) is None:
            if len(self.seen) > MANY:
                self.seen.clear()
            self.seen[number, sender] = time.monotonic() + TOGETHER

    def due(self):
        """Passes on whose time has come; the seconds until the next, or None."""
        now = time.monotonic()
        for key in [key for key, when in self.waiting.items() if when <= now]:
            del self.waiting[key]
            self.send(key[0])
        return min((when - now for when in self.waiting.values()), default=None)

    def send(self, number):
        send(self.pid, number)
