"""The stop before the program's first line."""

import os
import unittest
import zipfile

import programs
from breakpoint_case import Session
from mi_session import MiSession


class Entry(Session):
    def stopped(self, session, python=False):
        number = session.result("entry-breakpoint", python=python)["number"]
        self.assertLess(number, 0)
        record = session.resume("-exec-run")
        self.assertIn('reason="breakpoint-hit",disp="del",bkptno="%d"' % number, record)
        return record

    def test_it_stops_in_main(self):
        self.assertIn('func="main"', self.stopped(self.start(programs.build("host.c"))))

    def test_the_entry_point_of_a_stripped_program(self):
        for number, options in enumerate((["-s", "-pie"], ["-s", "-no-pie"], ["-s", "-static-pie"])):
            with self.subTest(options):
                stripped = programs.build("spin.c", *options, output="stripped%d" % number)
                self.assertIn('func="??"', self.stopped(self.start(stripped)))

    def test_it_is_gone_after_its_hit(self):
        session = self.start(programs.build("host.c"), programs.library("plugin.c"))
        self.stopped(session)
        self.assertIn('reason="exited"', session.resume())
        self.assertIn('reason="exited"', session.resume("-exec-run"))

    def test_what_python_runs_as_the_program(self):
        """A file, a folder, an archive, and a module of a package, which is imported before."""
        package = os.path.join(programs.BUILT, "package é")
        os.makedirs(package, exist_ok=True)
        for name in ("__init__", "__main__"):
            with open(os.path.join(package, name + ".py"), "w") as text:
                text.write("import json, argparse\nprint(json.dumps(1))\n")
        script, archive = package + "/__main__.py", package + ".pyz"
        with zipfile.ZipFile(archive, "w") as packed:
            packed.write(script, "__main__.py")
        for arguments, file in (([script], script), ([package], script), ([archive], archive + "/__main__.py"), (["-m", "package é"], script)):
            with self.subTest(arguments):
                session = self.start(programs.python()[0], *arguments)
                session.console("set cwd " + programs.BUILT)
                self.assertIn('func="PyEval_EvalCode"', self.stopped(session, python=True))
                self.assertEqual(self.about_to_run(session), (repr(file), repr("<module>"), "1"))
                self.assertIn('reason="exited-normally"', session.resume())

    def test_an_error_is_told_and_is_no_stop(self):
        session = self.start(programs.python()[0], "-c", "print(1)")
        session.result("entry-breakpoint", python=True)
        session.console("python twinstack.breakpoints.entry_breakpoint._is_main = None")
        self.assertIn('reason="exited-normally"', session.resume("-exec-run"))
        said = "".join(text for text in session.log if text.startswith("&"))
        self.assertIn("twinstack: The program cannot be stopped before its first line: 'NoneType' object is not callable", said)

    def about_to_run(self, session):
        """File, name and first line of the code object that PyEval_EvalCode was given."""
        record = session.send("-data-evaluate-expression $rdi")
        code = hex(int(record.split('value="')[1].split('"')[0]))
        members = session.result("children", object=code)["variables"]
        members += session.result("object-c-view", object=code)["variables"]
        values = {member["name"]: member["value"] for member in members}
        return tuple(values[name] for name in ("co_filename", "co_name", "co_firstlineno"))

    def test_without_a_program_there_is_nothing_to_interrupt(self):
        session = MiSession()
        self.addCleanup(session.close)
        self.assertEqual(session.result("interrupt"), {"sent": False})


if __name__ == "__main__":
    unittest.main()
