"""Sources of Cython's that several modules have, that are made anew, and that are in a folder with an odd name."""

import os
import shutil
import subprocess
import unittest

import programs
from mi_session import MiSession
from test_extensions import HAS_CYTHON

FOLDER = os.path.join(programs.BUILT, "c++ (1)")
SHARED = os.path.join(FOLDER, "shared.pxd")


def made(name, text):
    """The module of that name, with the functions of shared.pxd that it uses; in the place of one that is there."""
    source, generated, library = (name + end for end in (".pyx", ".c", ".so"))
    with open(os.path.join(FOLDER, source), "w") as file:
        file.write(text)
    if os.path.exists(os.path.join(FOLDER, library)):
        os.remove(os.path.join(FOLDER, library))
    subprocess.check_call(["cython3", "-3", "--line-directives", source, "-o", generated], cwd=FOLDER)
    options = ["-g", "-O0", "-w", "-shared", "-fPIC", "-I" + programs.python()[1]]
    subprocess.check_call(["gcc", *options, generated, "-o", library], cwd=FOLDER)


@HAS_CYTHON
class Sources(unittest.TestCase):
    def setUp(self):
        os.makedirs(FOLDER)
        self.addCleanup(shutil.rmtree, FOLDER)
        shutil.copy(programs.source("shared.pxd"), FOLDER)

    def start(self, code):
        self.session = MiSession("--args", programs.python()[0], "-c", "import sys; sys.path.insert(0, %r); %s" % (FOLDER, code))
        self.addCleanup(self.session.close)

    def stops(self, *marks):
        """(function, line) of the stops at the marks' lines, in one run of the program."""
        wanted = [{"line": programs.line(SHARED, mark)} for mark in marks]
        self.session.result("set-breakpoints", path=SHARED, breakpoints=wanted)
        found, record = [], self.session.resume("-exec-run")
        while "breakpoint-hit" in record:
            frame = self.session.result("stack", thread=1, count=1, view="merged")["frames"][0]
            found.append((frame["name"], frame["line"]))
            record = self.session.resume()
        return found

    def test_a_module_that_is_made_anew(self):
        text = "from shared cimport turned\n\ndef turns(n):\n    return turned(n)\n"
        made("turning", text)
        self.start("import turning; turning.turns(3)")
        line = programs.line(SHARED, "turn")
        self.assertEqual([("turned", line)] * 4, self.stops("turn"))
        with open(SHARED) as source:
            before = source.read()
        with open(SHARED, "w") as source:
            source.write("\n" + before)
        made("turning", text)
        self.assertEqual([("turned", line + 1)] * 4, self.stops("turn"))

    def test_a_line_that_one_of_two_modules_has(self):
        made("turning", "from shared cimport turned\n\ndef turns(n):\n    return turned(n)\n")
        made("halving", "from shared cimport halved\n\ndef halves(n):\n    return halved(n)\n")
        self.start("import turning, halving; turning.turns(1); halving.halves(4)")
        turn, half = (programs.line(SHARED, mark) for mark in ("turn", "half"))
        self.assertEqual([("turned", turn)] * 2 + [("halved", half)], self.stops("turn", "half"))


if __name__ == "__main__":
    unittest.main()
