"""Children that wait for a session of their own, for an adapter on another machine."""

import os
import signal

from ..commands import operation
from ..execution import children
from ..inferior import tasks
from .processes import is_here

YAMA = "/proc/sys/kernel/yama/ptrace_scope"
ANCESTORS_ONLY, NOBODY = 1, 3
CAP_SYS_PTRACE = 19
REFUSED = (
    "The program's children run free: 'subProcess' gives each a debugger of its own, and Linux lets only a process's ancestors attach to it where GDB runs"
    " (kernel.yama.ptrace_scope is %d). Run 'sudo sysctl kernel.yama.ptrace_scope=0' there, or GDB as root; a container needs the capability SYS_PTRACE."
)


@operation("child-waits")
def child_waits(pid):
    """Whether a child that was held waits still: {"waits"}."""
    return {"waits": children.waits(pid)}


@operation("resume-child")
def resume_child(pid, place=None):
    """Let a child run that this session has stopped or, in that ``place``, another one, unless that place is not here: {}."""
    try:
        if is_here(place):
            os.kill(pid, signal.SIGCONT)  # it takes away a stop that is still to come, too (signal(7))
    except ProcessLookupError:
        pass
    return {}


@operation("children-refused")
def children_refused():
    """Why Linux lets no other debugger attach to the program's children (Documentation/admin-guide/LSM/Yama.rst): {"reason": a sentence or null}."""
    mode = yama()
    is_privileged = tasks.signals(tasks.status("/proc/self"), "CapEff") >> CAP_SYS_PTRACE & 1
    is_refused = mode >= NOBODY or mode >= ANCESTORS_ONLY and not is_privileged
    return {"reason": REFUSED % mode if is_refused else None}


def yama():
    try:
        with open(YAMA) as file:
            return int(file.read())
    except (OSError, ValueError):  # a Linux without it
        return 0
