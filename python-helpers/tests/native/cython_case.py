"""A Python that runs a module of Cython's, programs/chain.pyx or another."""

import os
import subprocess
import unittest

import programs
from mi_session import MiSession

SOURCE = "chain.pyx"


def build(optimised=False, cplus=False, more=(), source=SOURCE):
    """The directory with the module. ``more``: options of the compiler's."""
    module, language = source[: -len(".pyx")], ["--cplus"] * cplus
    name = module + (".cpp" if cplus else ".c")
    generated = os.path.join(programs.BUILT, name)
    if not os.path.exists(generated):
        subprocess.check_call(["cython3", "-3", "--line-directives", *language, programs.source(source), "-o", generated])
    options = ["-O1"] * optimised + list(more)
    where = "".join(["built", *language, *options])
    os.makedirs(os.path.join(programs.BUILT, where), exist_ok=True)
    options += ["-shared", "-fPIC", "-I" + programs.python()[1]]
    return os.path.dirname(programs.build(name, *options, output=os.path.join(where, module + ".so"), path=generated))


class CythonCase(unittest.TestCase):
    """``session``: a GDB for the class, in which each test runs its program anew, with the module of SOURCE."""

    SOURCE = SOURCE

    @classmethod
    def setUpClass(cls):
        cls.session = MiSession(programs.python()[0])
        cls.addClassCleanup(cls.session.close)

    @classmethod
    def run_to(cls, mark, code, built=None, **decision):
        """The program stands at the mark's line for the first time. ``built``: as of build()."""
        cls.prepare(code, built)
        cls.place(mark, **decision)
        cls.record = cls.session.resume("-exec-run")

    @classmethod
    def prepare(cls, code, built=None):
        """The program is to import the module and run that code, and has no breakpoints of GDB's."""
        found = build(source=cls.SOURCE, **built or {}), cls.SOURCE[: -len(".pyx")], code
        code = "import sys; sys.path.insert(0, '%s'); import %s; %s" % found
        cls.session.console('set args -c "%s"' % code)
        cls.session.send("-break-delete")
        cls.session.result("set-function-breakpoints", breakpoints=[])

    @classmethod
    def place(cls, *marks, **decision):
        wanted = [dict(decision, line=programs.line(cls.SOURCE, mark)) for mark in marks]
        return cls.session.result("set-breakpoints", path=programs.source(cls.SOURCE), breakpoints=wanted)["breakpoints"]

    def frames(self, count, view="merged"):
        return self.session.result("stack", thread=1, count=count, view=view)["frames"]

    def names(self, count, **view):
        return [frame["name"] for frame in self.frames(count, **view)]

    def locals(self, level=0):
        rows = self.session.result("native-locals", thread=1, level=level)["variables"]
        return {row["name"]: row for row in rows}

    def evaluated(self, expression, level=0):
        return self.session.result("native-evaluate", thread=1, level=level, expression=expression)["value"]

    def refused(self, expression):
        return self.session.ask("native-evaluate", thread=1, level=0, expression=expression)["error"]["message"]
