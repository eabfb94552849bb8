"""Breakpoints at functions of CPython in a program that has just ended, while GDB is busy and has not heard of it."""

import json
import subprocess
import unittest

from mi_session import unescaped
from python_session import PYTHON, PythonCase

BUSY = """
import gdb, json, os, signal, time, types
from twinstack import commands
from twinstack.breakpoints import cpython_functions
def ask(name, **arguments):
    return json.loads(commands.answer(name, json.dumps(arguments)))
def die():
    status = "/proc/%d/stat" % gdb.selected_inferior().pid
    os.kill(gdb.selected_inferior().pid, signal.SIGKILL)
    for _ in range(1000):
        with open(status) as line:
            if line.read().rpartition(")")[2].split()[0] in "ZX":
                return
        time.sleep(0.01)
    raise TimeoutError(status)
"""
SET = "[ask('set-python-breakpoints', path='/a.py', breakpoints=[{'line': 1}]), len(gdb.breakpoints())]"
WORDS = "Nothing can stop the program in CPython now, as when it is just ending: "
HAS_LIBRARY = "import sys; sys.exit('/libpython' not in open('/proc/self/maps').read())"


@unittest.skipUnless(subprocess.call([PYTHON, "-c", HAS_LIBRARY]), "in a library GDB takes a breakpoint that cannot be inserted as one for later")
class JustEnded(PythonCase):
    PROGRAM = "left_alone.py"

    def setUp(self):
        self.attach()
        self.run_in_gdb(BUSY)

    def run_in_gdb(self, code):
        """Python code in GDB, in one command, so that GDB looks at no event of the program meanwhile."""
        self.assertEqual("^done", self.session.console("python exec(%r, globals())" % code).lstrip("0123456789"))

    def told_after_death(self, code):
        """The value of an expression, the program having run on and been killed; GDB believes that it runs."""
        self.session.send("-exec-continue")
        since = len(self.session.log)
        self.run_in_gdb("die(); print(json.dumps(%s))" % code)
        told = next(line for line in self.session.log[since:] if line.startswith('~"['))
        return json.loads(unescaped(told[2:-1]))

    def assert_refused(self, reply):
        self.assertEqual("user", reply.get("error", {}).get("kind"), reply)
        self.assertTrue(reply["error"]["message"].startswith(WORDS), reply)

    def test_that_is_said_and_nothing_is_left_in_gdb(self):
        reply, left = self.told_after_death(SET)
        self.assert_refused(reply)
        self.assertEqual(0, left)

    def test_so_it_is_where_the_functions_are_known(self):
        self.run_in_gdb("ask('await-breakpoint-calls'); [each.delete() for each in gdb.breakpoints()]")
        reply, left = self.told_after_death(SET)
        self.assert_refused(reply)
        self.assertIn("Cannot insert breakpoint", reply["error"]["message"])
        self.assertEqual(0, left)

    def test_when_a_file_comes_then_it_is_told(self):
        self.run_in_gdb("ask('await-breakpoint-calls'); [each.delete() for each in gdb.breakpoints()]")
        came = "cpython_functions._new_file(types.SimpleNamespace(new_objfile=gdb.objfiles()[0]))"  # of a real one GDB would not tell now
        self.told_after_death("[ask('await-breakpoint-calls'), %s]" % came)
        self.assertEqual(1, sum(line.startswith('&"twinstack: ' + WORDS) for line in self.session.log), self.session.log)


if __name__ == "__main__":
    unittest.main()
