"""Where a library calls functions of another one."""

import os
import subprocess
import unittest

import programs
from mi_session import MiSession

CALLS = "void PyErr_SetNone(void *);\nvoid f(void) { %s }\n"
READ = "from twinstack.breakpoints import elf_calls; found = elf_calls.of('%s', {'PyErr_SetNone'}); print(len(found.calls), len(found.stubs))"


class ElfCalls(unittest.TestCase):
    def setUp(self):
        self.session = MiSession()
        self.addCleanup(self.session.close)

    def found(self, calls):
        """How many calls and stubs of a library that calls a function so many times; it lies where the one before did."""
        source, built = (os.path.join(programs.BUILT, name) for name in ("calls.c", "calls.so"))
        with open(source, "w") as file:
            file.write(CALLS % ("PyErr_SetNone(0);" * calls))
        subprocess.check_call(["gcc", "-shared", "-fPIC", "-fplt", source, "-o", built])
        self.session.console("python " + READ % built)
        said = next(line for line in reversed(self.session.log) if line.startswith('~"'))
        return tuple(map(int, said[2:].split("\\")[0].split()))

    def test_a_library_that_was_built_anew(self):
        self.assertEqual([(1, 1), (2, 1)], [self.found(1), self.found(2)])

    def test_one_with_much_code_is_met_at_its_stubs(self):
        self.session.console("python from twinstack.breakpoints import elf_calls; elf_calls.MAX_CODE = 0")
        self.assertEqual((0, 1), self.found(3))
