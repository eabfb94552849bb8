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

    def test_a_step_into_passes_cpython_by(self):
        self.session.result("step-past-machinery", thread=1)
        self.assertIn('line="%d"' % programs.line("called_back.c", "behind"), self.session.resume("-exec-step"))

    def test_what_is_typed_goes_into_it(self):
        self.assertIn('func="PyEval_EvalCode"', self.session.resume("-exec-step"))


if __name__ == "__main__":
    unittest.main()
