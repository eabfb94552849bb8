"""New children, while they are still tracees of this process, GDB's (ptrace(2), waitpid(2), signal(7)).

GDB expects such a child to stand at its beginning and lets go of it as soon as it hears no more of it; it waits for no process
meanwhile, as all of it happens within a condition. Python's standard library cannot trace, hence ctypes.
"""

import os
import signal
import time

PATIENCE = 2  # seconds; the parent waits for the same
PAUSE = 0.0005
CONT, POKE_USER, PEEK_USER, SET_OPTIONS = 7, 6, 3, 0x4200
EVENT_EXEC, EVENT_EXIT = 4, 6
TRACE_EXEC, TRACE_EXIT, EXIT_KILL = 1 << EVENT_EXEC, 1 << EVENT_EXIT, 1 << 20
ALL_CHILDREN = 0x40000000  # __WALL
TGKILL = 234  # of x86-64, as is the next
PC = 16 * 8  # in struct user of x86-64: regs.rip


def hold(pid):
    """Leave the child stopped when GDB lets go of it. GDB lets it make a single step first and takes the signal that it sees then for itself
    (linux_nat_target::follow_fork), hence two: that of the thread comes before that of the process."""
    function("syscall")(TGKILL, pid, pid, int(signal.SIGSTOP))
    os.kill(pid, signal.SIGSTOP)


def until_exec(pid):
    """Whether the child, which stands, stands at the beginning of another program now. Else it stands where its parent's
    breakpoint, its end or too long a time has stopped it, and can be let go of."""
    try:
        trace = function("ptrace")
        trace(SET_OPTIONS, pid, 0, TRACE_EXEC | TRACE_EXIT | EXIT_KILL)
        return runs_to_exec(trace, pid)
    except (ImportError, OSError):  # a Python without ctypes; a process that is gone
        return False


def function(name):
    """A function of the C library that takes four numbers and answers one; raises OSError."""
    import ctypes  # not before it is needed: 10 ms

    found = getattr(ctypes.CDLL(None, use_errno=True), name)
    found.restype = ctypes.c_long
    found.argtypes = [ctypes.c_long] * 4

    def call(*numbers):
        ctypes.set_errno(0)
        answer = found(*numbers)
        if ctypes.get_errno():
            raise OSError(ctypes.get_errno(), name)
        return answer

    return call


def runs_to_exec(trace, pid):
    signal_number, deadline = 0, time.monotonic() + PATIENCE
    while True:
        trace(CONT, pid, 0, signal_number)
        status = stopped(pid, deadline)
        signal_number, event = os.WSTOPSIG(status), status >> 16
        if not os.WIFSTOPPED(status) or event == EVENT_EXIT or signal_number == signal.SIGSTOP:
            return False
        if event == EVENT_EXEC:
            return True
        if signal_number == signal.SIGTRAP:
            return before_breakpoint(trace, pid)


def before_breakpoint(trace, pid):
    """The parent's breakpoint, which GDB takes away before it lets the child go."""
    trace(POKE_USER, pid, PC, trace(PEEK_USER, pid, PC, 0) - 1)
    return False


def stopped(pid, deadline):
    """The status of waitpid; one that takes too long is stopped."""
    while True:
        found, status = os.waitpid(pid, ALL_CHILDREN | os.WNOHANG)
        if found:
            return status
        if time.monotonic() > deadline:
            os.kill(pid, signal.SIGSTOP)
            deadline += PATIENCE
        time.sleep(PAUSE)
