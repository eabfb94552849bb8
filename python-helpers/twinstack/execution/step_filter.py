"""What a step into does not enter: CPython's own functions, Cython's and pybind11's, which stand between those of the user.

GDB enters no function without debug information. Of others the source files are named to GDB's ``skip``, of Cython's the functions
(GDB manual, "Skipping Over Functions and Files"), for that one step: what is typed for GDB ends where GDB ends it. What a function of Cython's
calls by way of CPython, which GDB passes over as a whole, has breakpoints for the step.
"""

import re

import gdb

from .. import selection
from ..agent import crossings, libraries
from ..commands import operation
from ..cython import functions, names
from ..said import said
from ..stack import unwind

FUNCTION_OF_CPYTHON = "PyEval_EvalCode"  # in Python/ceval.c in every version
DEPTHS = range(2, 6)  # Objects/call.c to ./Modules/_io/clinic/bufferedio.c.h below CPython's own directory
HEADERS = ["include/python3.*/*", "python3.*/cpython/*", "python3.*/internal/*"]  # of installed CPythons: their functions in line
CYTHONS = "-rfu ^__Pyx_"
GLUE = [unwind.GLUE.strip("/") + "/*" * depth for depth in range(1, 4)]
SPECIAL = re.compile(r"[][*?\"'\\]")
NUMBER = re.compile(r"^(\d+)", re.MULTILINE)


@operation("step-past-machinery")
def step_past_machinery(thread):
    """The next step of a thread enters no function of CPython's, Cython's or pybind11's: {}. Not where all code is the user's own (justMyCode).
    From a function of Cython's it enters those of its module, however they are called."""
    if libraries.is_just_my_code():
        _Filter(thread, [CYTHONS] + ['-gfi "%s"' % glob for glob in globs()])
    frame = selection.frame(thread, 0)
    if names.is_function(frame):
        _Entries(gdb.selected_thread(), functions.of_module(frame))
    return {}


def globs():
    """Patterns of the files, as fnmatch(3) has them: ``*`` stands for one directory, or for a file."""
    symbol = gdb.lookup_global_symbol(FUNCTION_OF_CPYTHON)
    file = symbol.symtab.fullname() if symbol is not None and symbol.symtab is not None else None
    return HEADERS + GLUE + (of_cpython(file) if file else [])


def of_cpython(file):
    """``file`` is in a directory of CPython's own one; GDB does not take a special character for itself."""
    root = SPECIAL.sub("?", file.rsplit("/", 2)[0])
    return [root + "/*" * depth for depth in DEPTHS]


class _ForOneStep:
    """What holds until the thread, by its number, stops again or the program ends: then ``_end`` is called."""

    def __init__(self, thread):
        self._thread = thread
        gdb.events.stop.connect(self._stopped)
        gdb.events.exited.connect(self._stopped)

    def _stopped(self, event):
        other = getattr(event, "inferior_thread", None)  # none in all-stop mode, nor at the end
        if other is not None and other.global_num != self._thread:
            return
        gdb.events.stop.disconnect(self._stopped)
        gdb.events.exited.disconnect(self._stopped)
        self._end()


class _Entries(_ForOneStep):
    """Functions at which the step ends; the stop there is told by the operation python-stop."""

    def __init__(self, thread, addresses):
        super().__init__(thread.global_num)
        crossings.learn(addresses)
        crossings.watch(thread)

    def _end(self):
        crossings.unwatch()


class _Filter(_ForOneStep):
    """Entries of ``skip``, which GDB uses meanwhile."""

    _numbers = {}  # options of "skip" -> the numbers of their entries, as "skip disable" takes them

    def __init__(self, thread, options):
        super().__init__(thread)
        self._key = tuple(options)
        self._enable()

    def _enable(self):
        try:
            said("skip enable " + self._numbers[self._key])
        except (KeyError, gdb.error):  # not made yet, or deleted by the user
            self._numbers[self._key] = made(self._key)

    def _end(self):
        try:
            said("skip disable " + self._numbers[self._key])
        except gdb.error:
            pass


def made(options):
    """The numbers of new entries, in one range."""
    for option in options:
        said("skip " + option)
    last = int(NUMBER.findall(said("info skip"))[-1])
    return "%d-%d" % (last - len(options) + 1, last)
