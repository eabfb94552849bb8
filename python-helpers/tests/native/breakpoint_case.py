"""Programs in a GDB of their own, for tests of breakpoints."""

import os
import shlex
import unittest

import programs
from mi_session import MiSession


class Session(unittest.TestCase):
    def start(self, *command, **options):
        session = MiSession("--args", *command, **options)
        self.addCleanup(session.close)
        return session


class SharedSession(unittest.TestCase):
    """A GDB for the class, in which each test loads its programs: ``since`` is where its log then begins."""

    @classmethod
    def setUpClass(cls):
        cls.session = MiSession()
        cls.addClassCleanup(cls.session.close)

    def load(self, program, *arguments):
        for command in ("kill", "nosharedlibrary", "set args " + " ".join(map(shlex.quote, arguments))):
            self.session.console(command)
        self.session.send('-file-exec-and-symbols "%s"' % program)
        self.since = len(self.session.log)

    def set(self, path, lines):
        """Replace the breakpoints of a file; their rows. None is left when the test has ended."""
        self.addCleanup(self.session.result, "set-breakpoints", path=path, breakpoints=[])
        wanted = [{"line": line} for line in lines]
        return self.session.result("set-breakpoints", path=path, breakpoints=wanted)["breakpoints"]

    def logged(self):
        return self.session.log[self.since :]


class PluginCase(Session):
    """host.c, which calls plugin(0) to plugin(19) in a library that it loads."""

    def setUp(self):
        self.plugin = programs.library("plugin.c")
        self.session = self.start(programs.build("host.c"), self.plugin)

    def place(self, name, *requests):
        path = name if os.path.isabs(name) else programs.source(name)
        rows = self.session.result("set-breakpoints", path=path, breakpoints=list(requests))
        return rows["breakpoints"]

    def at(self, name, mark, **more):
        return dict(line=programs.line(name, mark), **more)

    def run_to_end(self, command="-exec-run"):
        """Every stop's breakpoint number and plugin's argument, until the program has ended."""
        stops = []
        while True:
            record = self.session.resume(command)
            if 'reason="exited"' in record:
                return stops
            number = record.split('bkptno="')[1].split('"')[0]
            stops.append((number, int(self.value("n")) if "plugin" in record else None))
            command = "-exec-continue"

    def value(self, expression):
        record = self.session.send("-data-evaluate-expression " + expression)
        return record.split('value="')[1].split('"')[0]
