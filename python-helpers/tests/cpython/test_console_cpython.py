"""CPython's own test.test_gdb, of the Python that is debugged, run against our commands.

It skips itself on an optimized build, as the original script reads too little there; that check is
taken out, unless frames are optimized away that its tests look for. TWINSTACK_LONG=1: with its tests
of the pretty-printer and of calls of C functions.
"""

import os
import re
import shutil
import stat
import subprocess
import unittest

from debuggee import python, scratch
from plain_gdb import LOAD, run_gdb

GDB = """#!/bin/sh
exec %s -iex 'set debuginfod enabled off' -iex 'set auto-load no' -iex '%s' "$@"
"""
RUN = """
import sys, sysconfig, unittest
from test import support
support.python_is_optimized = lambda: sys.argv[1] == "optimized"
support.check_cflags_pgo = lambda: False
support.check_bolt_optimized = lambda: False
support.use_resources = None
sysconfig.is_python_build = lambda *_: True
try:
    from test import test_gdb
except (ImportError, unittest.SkipTest) as reason:  # Debian has CPython's tests in another package
    sys.exit("SKIP: %s" % reason)
names = sys.argv[2:] if hasattr(test_gdb, "__path__") else ["test.test_gdb"]
unittest.main(module=None, argv=["test_gdb"] + names)
"""
USUAL = ["test.test_gdb.test_misc", "test.test_gdb.test_backtrace"]
LONG = ["test.test_gdb.test_pretty_print", "test.test_gdb.test_cfunction"]
CALL = ["break builtin_id", "run -c 'id(42)'", "frame function cfunction_vectorcall_O", "print func"]
LIMIT = 1800
OPTIMIZED = "GDB cannot tell which built-in function this Python calls, and they look for such frames"


class CPythonsOwnTests(unittest.TestCase):
    def test_cpythons_own_test_gdb_passes(self):
        if os.environ.get("TWINSTACK_STRIP"):
            self.skipTest("its breakpoints are functions of CPython")
        names = USUAL + LONG * bool(os.environ.get("TWINSTACK_LONG"))
        done = subprocess.run(
            [python()["executable"], "-c", RUN, calls()] + names,
            env=dict(os.environ, PATH=self.directory_of_gdb() + ":" + os.environ["PATH"]),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=LIMIT,
        )
        said = done.stdout.decode("utf-8", "replace")
        if "SKIP: " in said or "No module named 'test" in said or "import name 'test_gdb'" in said:
            self.skipTest(said.strip().splitlines()[-1])
        self.assertEqual(0, done.returncode, said)
        ran = int(re.search(r"(?m)^Ran (\d+) test", said).group(1))
        skipped = sum(map(int, re.findall(r"skipped=(\d+)", said)))
        self.assertGreater(ran, 0, said)
        if 2 * skipped > ran:
            self.skipTest("%d of its tests skip themselves: %s" % (skipped, OPTIMIZED))

    def directory_of_gdb(self):
        """Of a gdb that has loaded our commands."""
        program = os.path.join(scratch(), "bin", "gdb")
        os.makedirs(os.path.dirname(program), exist_ok=True)
        with open(program, "w") as script:
            script.write(GDB % (shutil.which("gdb"), LOAD))
        os.chmod(program, stat.S_IRWXU)
        return os.path.dirname(program)


def calls():
    """"visible" where GDB can tell which built-in function is called, "optimized" where GCC has made
    a jump of that call or keeps no argument of the caller."""
    said = run_gdb(["set auto-load no"], CALL)
    return "visible" if re.search(r"(?m)^\$1 = .*0x", said) else "optimized"
