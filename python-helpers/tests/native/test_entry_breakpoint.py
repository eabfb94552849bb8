"""The stop before the program's first line."""

import os
import unittest

import programs
from breakpoint_case import Session
from mi_session import MiSession


class Entry(Session):
    def stopped(self, session, file):
        number = session.result("entry-breakpoint", file=file)["number"]
        self.assertLess(number, 0)
        record = session.resume("-exec-run")
        self.assertIn('reason="breakpoint-hit",disp="del",bkptno="%d"' % number, record)
        return record

    def test_main(self):
        self.assertIn('func="main"', self.stopped(self.start(programs.build("host.c")), None))

    def test_the_entry_point_of_a_stripped_program(self):
        for number, options in enumerate((["-s", "-pie"], ["-s", "-no-pie"], ["-s", "-static-pie"])):
            with self.subTest(options):
                stripped = programs.build("spin.c", *options, output="stripped%d" % number)
                self.assertIn('func="??"', self.stopped(self.start(stripped), None))

    def test_it_is_gone_after_its_hit(self):
        session = self.start(programs.build("host.c"), programs.library("plugin.c"))
        self.stopped(session, None)
        self.assertIn('reason="exited"', session.resume())
        self.assertIn('reason="exited"', session.resume("-exec-run"))

    def test_a_python_file(self):
        script = os.path.join(programs.BUILT, "script é.py")
        with open(script, "w") as text:
            text.write("import json, argparse\nprint(json.dumps(1))\n")
        session = self.start(programs.python()[0], script)
        self.assertIn('func="PyEval_EvalCode"', self.stopped(session, script))
        self.assertEqual(self.about_to_run(session), (repr(script), repr("<module>"), "1"))
        self.assertIn('reason="exited-normally"', session.resume())

    def test_an_error_is_told_and_is_no_stop(self):
        session = self.start(programs.python()[0], "-c", "print(1)")
        session.result("entry-breakpoint", file="no such file")
        session.console("python twinstack.breakpoints.entry_breakpoint._filename = None")
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

    def test_no_program(self):
        session = MiSession()
        self.addCleanup(session.close)
        self.assertEqual(session.result("interrupt"), {"sent": False})


if __name__ == "__main__":
    unittest.main()
