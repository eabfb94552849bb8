"""Run the tests of reading CPython, inside GDB:

    TWINSTACK_PYTHON=/usr/bin/python3 gdb -nx -q -batch -x python-helpers/tests/run.py

TWINSTACK_PYTHON: the Python to debug (default: python3 of the PATH), with headers, as the tests
build a small extension. TWINSTACK_STRIP=1: debug a copy without any symbols. TWINSTACK_TESTS:
names of test modules, separated by spaces (default: all). Exit status 1 when a test fails.
"""

import os
import sys
import unittest

import gdb

HERE = os.path.dirname(os.path.abspath(__file__))
sys.dont_write_bytecode = True
sys.path[:0] = [os.path.dirname(HERE), os.path.join(HERE, "cpython")]


def modules():
    chosen = os.environ.get("TWINSTACK_TESTS", "").split()
    found = (name[:-3] for name in os.listdir(os.path.join(HERE, "cpython")))
    return chosen or sorted(name for name in found if name.startswith("test_"))


def main():
    for setting in (
        "pagination off",
        "confirm off",
        "auto-load no",
        "debuginfod enabled off",
        "breakpoint pending on",
        "print thread-events off",
        "print inferior-events off",
    ):
        try:
            gdb.execute("set " + setting, to_string=True)
        except gdb.error:  # GDB 10 knows nothing of debuginfod
            pass
    suite = unittest.defaultTestLoader.loadTestsFromNames(modules())
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=2).run(suite)
    gdb.execute("quit %d" % (not result.wasSuccessful()))


main()
