"""Breakpoints in files that the program knows by another name: in an archive, behind a link, relative, compiled elsewhere, frozen."""

import os
import shutil
import subprocess
import zipfile

import gdb

import debuggee
from agent_case import AgentCase, path

MODULE = "def %s(n):\n    return n + %d\n"


class Places(AgentCase):
    PROGRAM, EXPECTED = "placed.py", "[2, 3, 4, 5, 6]"

    def setUp(self):
        super().setUp()
        self.directory = os.path.join(debuggee.scratch(), "placed")
        shutil.rmtree(self.directory, True)
        self.sources = [self.made(*each) for each in (("relative.py", 1), ("archive/archived.py", 2), ("src/compiled.py", 3), ("real/linked.py", 4))]
        self.lay_out()
        gdb.execute("set cwd " + self.directory)
        self.addCleanup(lambda: [self.ask_for(each) for each in self.sources])

    def made(self, name, number):
        """The path of a module of one function, which is called as the module is."""
        file = os.path.join(self.directory, name)
        os.makedirs(os.path.dirname(file), exist_ok=True)
        with open(file, "w") as source:
            source.write(MODULE % (os.path.basename(name)[:-3], number))
        return file

    def ask_for(self, file, *lines):
        return self.carried_out(self.result("set-python-breakpoints", path=file, breakpoints=[{"line": line} for line in lines]))["breakpoints"]

    def lay_out(self):
        """The places of the modules when the program runs: the path of each file that a client sets breakpoints in."""
        relative, archived, compiled, linked = self.sources
        archive = os.path.join(self.directory, "archive.zip")
        with zipfile.ZipFile(archive, "w") as packed:
            packed.write(archived, "archived.py")
        os.symlink("real", os.path.join(self.directory, "link"))
        os.mkdir(os.path.join(self.directory, "moved"))
        self.compile_elsewhere(compiled, os.path.join(self.directory, "moved", "compiled.pyc"))
        self.sources = [relative, archive + "/archived.py", compiled, linked]

    def compile_elsewhere(self, source, target):
        """By the Python to be debugged, as if the source were in a folder of another machine."""
        code = "import py_compile, sys; py_compile.compile(*sys.argv[1:3], dfile='/nowhere/src/compiled.py', doraise=True)"
        subprocess.check_call([debuggee.python()["executable"], "-I", "-c", code, source, target])

    def function_of_the_library(self):
        """The file and the first line of one in a module that is frozen from CPython 3.11 on."""
        code = "import os; print(os.__file__); print(os.get_exec_path.__code__.co_firstlineno)"
        file, first = subprocess.check_output([debuggee.python()["executable"], "-I", "-c", code]).decode().split()
        return file, int(first)

    def start(self):
        return self.resume("run '%s' '%s' '%s' > /dev/null" % (path(self.PROGRAM), self.written, self.directory))

    def test_each_is_met_by_the_path_of_its_file(self):
        for each in self.sources:
            self.ask_for(each, 2)
        library, first = self.function_of_the_library()
        self.addCleanup(self.ask_for, library)
        self.ask_for(library, first + 1)
        stop = self.start()
        for name in ("relative", "archived", "compiled", "linked", "get_exec_path"):
            self.assertEqual("breakpoint", stop["reason"])
            self.assertEqual(name, self.here()[0])
            stop = self.resume()
        self.assert_ended_well(stop)
