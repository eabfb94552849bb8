"""The program's children, held for a session of their own: each is left stopped (SIGSTOP) when GDB lets go of it.

GDB's catchpoints for fork and vfork have a condition that holds the child and is false, so that the program itself
never stops. A child of fork is held where it was forked. One of vfork shares its parent's memory until it executes another program
(as of posix_spawn and of Python's subprocess), and no breakpoint of its own may be written there: it runs up to there first, traced
by GDB's process still, and is held before the first instruction of that program.

A child that waits in vain for a session of its own is let go of by the adapter, and by the keeper when GDB has ended.
"""

import os
import re
import time

import gdb

from ..commands import operation
from ..inferior import tasks
from ..mi import unasked
from ..quiet import quietly
from ..said import said
from .keeper import keep
from .place import place
from .tracees import hold, until_exec

PATIENCE = 1  # seconds in which a child stops that was told to
LIMIT = 32  # children alive at a time with sessions of their own
FUNCTION = "_twinstack_child"
NUMBER = re.compile(r"Catchpoint (\d+)")
CHILD = re.compile(r"process (\d+)")
MANY = (
    "More than %d children of the program are alive; further ones run free. Narrow 'childFilter' to "
    "those that you want to debug." % LIMIT
)

_held = {}  # process number -> since when, in their order
_filters = []
_catchpoints = []
_waiting = []  # those for which no session is known to have come
_has_told = False


class Hold(gdb.Function):
    """$_twinstack_child(N, SHARES): hold the child that catchpoint N has caught; 0."""

    def __init__(self):
        super().__init__(FUNCTION)

    def invoke(self, number, shares_memory):
        found = CHILD.search(said("info breakpoints %d" % int(number)))
        if found:
            met(int(found.group(1)), bool(shares_memory))
        return 0


def met(pid, shares_memory):
    """A child that is stopped at its beginning, and still GDB's."""
    if pid in _held or shares_memory and not until_exec(pid):
        return
    command = command_line(pid)
    if not is_wanted(command) or not has_room():
        return
    _waiting[:] = list(filter(waits, _waiting)) + [pid]
    keep(_waiting)
    hold(pid)
    _held[pid] = time.monotonic()
    gdb.post_event(lambda: unasked.event("child", pid=pid, place=place(), command=command))  # GDB has let go of it then


def waits(pid):
    """Whether a signal has stopped the process, or is about to, and nobody else debugs it."""
    status = tasks.status("/proc/%d" % pid)
    is_new = time.monotonic() - _held.get(pid, -PATIENCE) < PATIENCE
    return bool(status) and (status["State"].startswith("T") or is_new) and int(status["TracerPid"]) in (0, os.getpid())


def command_line(pid):
    """The arguments of a process, or [] when it is gone."""
    try:
        with open("/proc/%d/cmdline" % pid, "rb") as file:
            return os.fsdecode(file.read()).split("\0")[:-1]
    except OSError:
        return []


def is_wanted(command):
    return not _filters or any(each.search(" ".join(command)) for each in _filters)


def has_room():
    global _has_told
    for pid in [pid for pid in _held if not command_line(pid)]:
        del _held[pid]
    if len(_held) < LIMIT:
        return True
    if not _has_told:
        unasked.sentence(MANY)
    _has_told = True
    return False


@operation("follow-children")
def follow_children(filters=()):
    """From now on hold the children whose command line one of the regular expressions is found in, all
    without any; each is told by the event ``child``: its "pid", the "place" where that is its number, and its "command". {}"""
    _filters[:] = [re.compile(each) for each in filters]
    if not _catchpoints:
        Hold()
        for kind, shares_memory in (("fork", 0), ("vfork", 1)):
            _, text = quietly(lambda: gdb.execute("catch " + kind))
            number = NUMBER.search(text).group(1)
            gdb.execute("condition %s $%s(%s, %d)" % (number, FUNCTION, number, shares_memory), to_string=True)
            _catchpoints.append(number)
    return {}


@operation("forget-child")
def forget_child(pid):
    """A child does not wait any more: {}. Should a signal stop it later, it stays stopped when GDB ends."""
    if pid in _waiting:
        _waiting.remove(pid)
        keep(_waiting)
    return {}
