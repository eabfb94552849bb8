"""Run the tests of reading CPython, inside GDB:

    TWINSTACK_PYTHON=/usr/bin/python3 gdb -nx -q -batch -x python-helpers/tests/run.py

TWINSTACK_PYTHON: the Python to debug (default: python3 of the PATH), with headers, as the tests
build a small extension. TWINSTACK_STRIP=1: debug a copy without any symbols. TWINSTACK_TESTS:
names of test modules, separated by spaces (default: all). TWINSTACK_PACKAGES: where coverage is
(default: Debian's packages). Exit status 1 when a test fails.
"""

import os
import sys
import traceback
import unittest

import gdb

HERE = os.path.dirname(os.path.abspath(__file__))
sys.pycache_prefix = os.path.join(os.path.dirname(HERE), "target", "pycache")
sys.path[:0] = [os.path.dirname(HERE), os.path.join(HERE, "cpython")]


def modules():
    chosen = os.environ.get("TWINSTACK_TESTS", "").split()
    found = (name[:-3] for name in os.listdir(os.path.join(HERE, "cpython")))
    return chosen or sorted(name for name in found if name.startswith("test_"))


def set_up():
    for setting in (
        "pagination off",
        "confirm off",
        "auto-load no",
        "breakpoint pending on",
        "print thread-events off",
        "print inferior-events off",
    ):
        gdb.execute("set " + setting, to_string=True)
    if hasattr(gdb, "MICommand"):  # GDB 12, with which debuginfod came too
        gdb.execute("set debuginfod enabled off", to_string=True)


def passed():
    suite = unittest.defaultTestLoader.loadTestsFromNames(modules())
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=2).run(suite)
    return result.wasSuccessful()


def status():
    """GDB 10 ends with 0 where a script fails."""
    try:
        set_up()
        return 0 if passed() else 1
    except Exception:
        traceback.print_exc()
        return 1


gdb.execute("quit %d" % status())
