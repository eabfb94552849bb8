"""A step into passes the functions of a CPython by that has lines and no types (-g1)."""

import os
import shutil
import unittest

import programs
from mi_session import MiSession


def build():
    """A program with a CPython whose sources are in a folder of an odd name."""
    folder = os.path.join(programs.BUILT, "c++ [1]", "Python")
    os.makedirs(folder, exist_ok=True)
    source = shutil.copy(programs.source("ceval.c"), folder)
    return programs.build("called_back.c", source, "-g1")


class StepFilter(unittest.TestCase):
    def setUp(self):
        self.session = MiSession(build())
        self.addCleanup(self.session.close)
        self.session.send("-break-insert called_back.c:%d" % programs.line("called_back.c", "call"))
        self.session.resume("-exec-run")

    def step(self):
        self.session.result("step-past-machinery", thread=1)
        return self.session.resume("-exec-step")

    def test_a_step_into_passes_cpython_by_and_what_is_typed_goes_into_it(self):
        for _ in range(2):  # the second time by what GDB has of the first
            self.assertIn('line="%d"' % programs.line("called_back.c", "behind"), self.step())
            self.session.resume("-exec-run")
            self.assertIn('func="PyEval_EvalCode"', self.session.resume("-exec-step"))
            self.session.resume("-exec-run")

    def test_it_goes_into_it_where_all_code_is_the_users(self):
        self.session.result("just-my-code", wanted=False)
        self.assertIn('func="PyEval_EvalCode"', self.step())


if __name__ == "__main__":
    unittest.main()
