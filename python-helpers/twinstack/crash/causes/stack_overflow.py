"""A recursion, in C or in Python, has filled the stack."""

import itertools
from collections import Counter

from ...errors import CorruptMemory
from ...stack.merge import Placed
from .. import siginfo
from ..crash_sites import place
from .cause import Cause

NEWEST = 100  # frames among which a function that is there again and again is looked for
OFTEN = 10
REACH = 1000  # frames of the merged stack among which those of Python are looked for
RULE = "stack-overflow"


def found(site):
    if not _is_full(site):
        return None
    end = "The address 0x%x is at the stack pointer, where nothing can be written." % site.fault.address
    of_python = _most_frequent(_python_frames(site), lambda placed: placed.frame.code.address)
    if of_python:
        placed, told = of_python
        code = placed.frame.code
        where = "%s (%s:%d)" % (code.qualname, code.file.rpartition("/")[2], placed.frame.line)
        says = "The stack is full: %s, in Python, calls itself without an end." % code.qualname
        return Cause(RULE, says, [end, told % ("Python frames", where)])
    of_c = _most_frequent(site.frames, lambda native: native.frame.name())
    if of_c:
        native, told = of_c
        says = "The stack is full: %s, in C, calls itself without an end." % native.frame.name()
        return Cause(RULE, says, [end, told % ("native frames", place(native))])
    return None


def _is_full(site):
    address = site.fault.address if site.is_signal("SIGSEGV", "SIGBUS") else None
    return address is not None and bool(site.frames) and siginfo.is_near_stack(address, site.frames[0].frame)


def _python_frames(site):
    if not site.states:
        return []
    frames = itertools.islice(site.python.stacks.of(site.thread), REACH)
    try:
        return [each for each in frames if isinstance(each, Placed)]
    except CorruptMemory:
        return []


def _most_frequent(frames, key):
    """(the newest frame of the function that is most often among the newest, evidence with two gaps), or None."""
    newest = [(key(each), each) for each in frames[:NEWEST]]
    counted = Counter(of for of, _ in newest if of).most_common(1)
    if not counted or counted[0][1] < OFTEN:
        return None
    often, times = counted[0]
    told = "Of the newest %d %%s %d are of %%s." % (len(newest), times)
    return next(each for of, each in newest if of == often), told
