"""What a step into does not enter: CPython's own functions, Cython's and pybind11's, which stand between those of the user.

GDB enters no function without debug information. Of others the source files are named to GDB's ``skip``, of Cython's the functions
(GDB manual, "Skipping Over Functions and Files"), for that one step: what is typed for GDB ends where GDB ends it. What a function of Cython's
calls by way of CPython, which GDB passes over as a whole, has breakpoints for the step.
"""

import gdb

from .. import selection
from ..agent.border import crossings
from ..commands import operation
from ..cython import functions, names
from ..later import re
from ..said import said
from ..stack import libraries, unwind
from .one_step import OneStep

FUNCTION_OF_CPYTHON = "PyEval_EvalCode"  # in Python/ceval.c in every version
DEPTHS = range(2, 6)  # Objects/call.c to ./Modules/_io/clinic/bufferedio.c.h below CPython's own directory
HEADERS = ["include/python3.*/*", "python3.*/cpython/*", "python3.*/internal/*"]  # of installed CPythons: their functions in line
CYTHONS = ["-rfu ^__Pyx_", "-rfu ^__pyx_mem"]  # the latter of memoryviews
GLUE = [unwind.GLUE.strip("/") + "/*" * depth for depth in range(1, 4)]
SPECIAL = re.compile(r"[][*?\"'\\]")
NUMBER = re.compile(r"^(\d+)", re.MULTILINE)

_entries = {}  # options of "skip" -> the numbers of its entries, as "skip disable" takes them


@operation("step-past-machinery")
def step_past_machinery(thread):
    """The next step of a thread enters no function of CPython's, Cython's or pybind11's: {}. Not where all code is the user's own (justMyCode).
    From a function of Cython's it enters those of its module, however they are called."""
    if libraries.is_just_my_code():
        _skip(thread, CYTHONS + ['-gfi "%s"' % glob for glob in globs()])
    frame = selection.frame(thread, 0)
    if names.is_function(frame):
        _enter(gdb.selected_thread(), functions.of_module(frame))
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


def _skip(thread, options):
    """Use the entries of ``skip`` with those options for a step of the thread; they are made once."""
    key = tuple(options)
    try:
        said("skip enable " + _entries[key])
    except (KeyError, gdb.error):  # not made yet, or deleted by the user
        _entries[key] = made(key)
    OneStep(thread, lambda event: _skip_no_more(key))


def _skip_no_more(key):
    try:
        said("skip disable " + _entries[key])
    except gdb.error:
        pass


def _enter(thread, functions):
    """A step of the thread ends in these functions, too; the stop there is told by the operation python-stop."""
    crossings.learn(functions)
    crossings.watch(thread)
    OneStep(thread.global_num, lambda event: crossings.unwatch())


def made(options):
    """The numbers of new entries, in one range."""
    for option in options:
        said("skip " + option)
    last = int(NUMBER.findall(said("info skip"))[-1])
    return "%d-%d" % (last - len(options) + 1, last)
