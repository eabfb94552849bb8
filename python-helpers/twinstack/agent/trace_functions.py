"""Trace functions of the program's own (sys.settrace), before CPython 3.12: a thread has one, and the agent's is gone with it.

CPython: Python/sysmodule.c, sys_settrace, which takes one argument (METH_O).
"""

import gdb

from .. import unasked
from ..arguments import passed
from ..quiet import quietly
from . import breakpoints, exceptions, process

TAKEN = "The program has set a trace function of its own (sys.settrace), as coverage and pdb do: lines and exceptions of Python do not stop it from there on."
IN_THREAD = "Thread %d of the program has set a trace function of its own (sys.settrace): lines and exceptions of Python do not stop that thread from there on."


class TraceBreakpoint(gdb.Breakpoint):
    """At the C code of sys.settrace. ``ours``: the agent's trace function."""

    silent, ours, agent = True, 0, None

    def stop(self):
        is_ours = passed(gdb.newest_frame(), 1) == self.ours or self.agent.sets_trace()
        if not is_ours and (breakpoints.there_are() or exceptions.there_are()):
            _tell(gdb.selected_thread())
        return False


def _tell(thread):
    if thread.ptid[1] == gdb.selected_inferior().pid:
        breakpoints.tell_lost(TAKEN)
        unasked.sentence(TAKEN)
    else:
        unasked.sentence(IN_THREAD % thread.global_num)


_there = []


def _watch(agent):
    if "settrace" in agent.hello:
        found, _ = quietly(lambda: TraceBreakpoint("*%d" % agent.entry("settrace"), internal=True))
        found.ours, found.agent = agent.hello["trace"], agent
        _there.append(found)


def forget(event=None):
    for each in _there:
        if each.is_valid():
            each.delete()
    del _there[:]


process.on_installed(_watch)
process.on_replaced(forget)
gdb.events.exited.connect(forget)
