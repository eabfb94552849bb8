"""ptrace(2) as a bystander needs it: threads are seized, which stops none, and job control works in them as without a tracer."""

import collections
import ctypes
import struct

from . import libc

ALL_CHILDREN = 0x40000000  # __WALL
CONT, DETACH, GET_SIGINFO, SEIZE, LISTEN = 7, 17, 0x4202, 0x4206, 0x4208
EVENT_STOP = 128
TRACE_FORK, TRACE_VFORK, TRACE_CLONE = 1 << 1, 1 << 2, 1 << 3
TGKILL = 234  # of x86-64
SIGINFO_SIZE = 128
FROM_KERNEL = 128  # SI_KERNEL

Siginfo = collections.namedtuple("Siginfo", "code sender")

trace = libc.function("ptrace", *[ctypes.c_long] * 4)
syscall = libc.function("syscall", *[ctypes.c_long] * 4)


def seize(pid, follow):
    """Trace a process and the threads that it makes from now on, with ``follow`` its children, too. Raises OSError where that is not permitted."""
    trace(SEIZE, pid, 0, TRACE_CLONE | (TRACE_FORK | TRACE_VFORK if follow else 0))


def go_on(tid, number=0):
    """Let a thread run that stands, with a signal or without."""
    tolerant(CONT, tid, number)


def stay(tid):
    """Leave a thread stopped by job control, until SIGCONT."""
    tolerant(LISTEN, tid, 0)


def let_go(tid, number=0):
    """Trace a thread that stands no longer; it goes on, with a signal or without, or stays stopped where its process is."""
    tolerant(DETACH, tid, number)


def tolerant(request, tid, number):
    try:
        trace(request, tid, 0, number)
    except ProcessLookupError:
        pass  # SIGKILL takes a thread out of any stop


def siginfo(tid):
    """What the kernel says of the signal that is about to be delivered to a thread that stands: its code, and by whom it was sent."""
    memory = ctypes.create_string_buffer(SIGINFO_SIZE)
    try:
        trace(GET_SIGINFO, tid, 0, ctypes.addressof(memory))
    except OSError:
        return Siginfo(0, 0)
    _, _, code, sender = struct.unpack_from("=iii4xi", memory.raw)
    return Siginfo(code, sender)


def queue(pid, tid, number):
    """Send one thread a signal."""
    syscall(TGKILL, pid, tid, number)
