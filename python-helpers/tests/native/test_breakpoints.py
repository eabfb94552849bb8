"""Source and entry breakpoints and the interrupt, with GDB/MI's records of them."""

import os
import shutil
import subprocess
import unittest

import programs
from breakpoint_case import PluginCase, Session
from mi_session import MiSession

WRITES_WHILE_RUNNING = (11, 1)  # the first GDB that changes breakpoints without a pause
STAYS = (16, 1)  # the first GDB that moves no breakpoint on into the next function


class SourceBreakpoints(PluginCase):
    def test_a_pending_one_is_resolved_when_its_library_comes(self):
        (row,) = self.place("plugin.c", self.at("plugin.c", "twice"))
        line = programs.line("plugin.c", "twice")
        self.assertEqual((row["number"], row["verified"], row["line"]), ("1", False, line))
        self.assertIn("No loaded program or library has code for this line of", row["message"])
        since = len(self.session.log)
        stopped = self.session.resume("-exec-run")
        records = self.session.log[since:]
        modified = self.session.wait(lambda text: text.startswith("=breakpoint-modified"), since)
        self.assertLess(records.index(modified), records.index(stopped))
        self.assertNotIn("pending=", modified)
        self.assertIn('line="%d"' % line, modified)
        self.assertIn('bkptno="1"', stopped)

    def test_nothing_is_said_on_the_console(self):
        since = len(self.session.log)
        self.place("plugin.c", {"line": 4})
        self.place("host.c", self.at("host.c", "start"))
        said = [text for text in self.session.log[since:] if text[:1] in "~&"]
        self.assertEqual([text for text in said if not text.startswith('~"{')], [])  # replies, before GDB 12

    def test_a_line_without_code_moves(self):
        (row,) = self.place("host.c", self.at("host.c", "blank"))
        self.assertEqual((row["verified"], row["line"]), (True, programs.line("host.c", "blank") + 1))

    def test_a_line_before_a_function(self):
        (row,) = self.place("host.c", {"line": 1})
        if self.session.version < STAYS:
            self.assertTrue(row["verified"])
            self.assertGreater(row["line"], 1)
        else:
            self.assertFalse(row["verified"])
            self.assertEqual(row["message"], "The file has no code at this line.")

    def test_a_line_after_the_end(self):
        (row,) = self.place("host.c", {"line": 999})
        self.assertFalse(row["verified"])
        self.assertTrue(row["message"].startswith("The file has no code at this line"), row)

    def test_all_of_a_file_are_replaced_and_unchanged_ones_stay(self):
        start, call, end = (self.at("host.c", mark) for mark in ("start", "call", "end"))
        first = self.place("host.c", start, call)
        second = self.place("host.c", end, call)
        self.assertEqual(second[1], first[1])
        self.assertNotEqual(second[0]["number"], first[0]["number"])
        self.assertIn('=breakpoint-deleted,id="%s"' % first[0]["number"], self.session.log)
        self.place("plugin.c", {"line": 4})
        self.assertEqual(self.place("host.c", end, call), second)
        self.assertEqual(self.place("host.c"), [])

    def test_one_that_the_user_deleted_is_made_again(self):
        (first,) = self.place("host.c", self.at("host.c", "start"))
        self.session.send("-break-delete " + first["number"])
        (second,) = self.place("host.c", self.at("host.c", "start"))
        self.assertNotEqual(first["number"], second["number"])
        self.assertTrue(second["verified"])

    def test_conditions(self):
        self.place("plugin.c", self.at("plugin.c", "twice", condition="n == 3 || n % 9 == 8"))
        self.assertEqual(self.run_to_end(), [("1", 3), ("1", 8), ("1", 17)])

    def test_a_bad_condition_is_refused_with_the_reason(self):
        (row,) = self.place("host.c", self.at("host.c", "call", condition="no_such > 1"))
        self.assertEqual((row["number"], row["verified"]), (None, False))
        self.assertEqual(
            row["message"],
            "The condition 'no_such > 1' cannot be used here: No symbol \"no_such\" in current context.",
        )
        self.assertEqual(self.run_to_end(), [])

    def test_a_condition_that_fails_stops_and_says_so(self):
        (row,) = self.place("host.c", self.at("host.c", "call", condition="*nowhere == 1"))
        stopped = self.session.resume("-exec-run")
        self.assertIn('bkptno="%s"' % row["number"], stopped)
        said = "".join(text for text in self.session.log if text.startswith("&"))
        self.assertIn("its condition '*nowhere == 1' could not be evaluated: Cannot access memory", said)

    def test_a_condition_that_calls_is_refused_where_gdb_cannot_call(self):
        self.session.console("python import twinstack.program_calls as calls; calls.POSSIBLE = False")
        self.place("host.c", self.at("host.c", "start"))
        self.session.resume("-exec-run")
        (row,) = self.place("host.c", self.at("host.c", "call", condition="(int)getpid() > 1"))
        self.assertIn("GDB before 14 cannot on this processor", row.get("message", ""))

    def test_a_condition_that_calls_a_pointer_stops_and_says_so(self):
        self.session.console("python import twinstack.program_calls as calls; calls.POSSIBLE = False")
        (row,) = self.place("plugin.c", self.at("plugin.c", "twice", condition="((int (*)(void))&getpid)() > 1"))
        self.session.resume("-exec-run")
        self.assertIn("GDB before 14 cannot on this processor", "\n".join(self.session.log))

    def test_hit_conditions(self):
        expected = {
            "4": [3], "==4": [3], ">17": [17, 18, 19], ">= 18": [17, 18, 19],
            "<3": [0, 1], "<=2": [0, 1], "%8": [7, 15],
        }
        for text, arguments in expected.items():
            with self.subTest(text):
                self.place("plugin.c")
                self.place("plugin.c", self.at("plugin.c", "twice", hitCondition=text))
                self.assertEqual([n for _, n in self.run_to_end()], arguments)

    def test_hits_are_times_that_the_condition_held(self):
        self.place("plugin.c", self.at("plugin.c", "twice", condition="n > 9", hitCondition="%5"))
        self.assertEqual([n for _, n in self.run_to_end()], [14, 19])

    def test_malformed_hit_conditions_are_refused(self):
        for text in ("many", "=3", "3 4", "%0", "0", "-1", "> "):
            (row,) = self.place("host.c", self.at("host.c", "call", hitCondition=text))
            self.assertEqual((row["number"], row["verified"]), (None, False), text)
            self.assertIn("use N or ==N", row["message"])

    def test_hits_are_kept_while_others_change(self):
        counted = self.at("plugin.c", "twice", hitCondition="==6")
        self.place("plugin.c", counted, self.at("plugin.c", "return", condition="n == 2"))
        self.session.resume("-exec-run")
        self.place("plugin.c", counted)
        self.assertEqual(self.run_to_end("-exec-continue"), [("1", 5)])

    def test_a_file_of_the_same_name_elsewhere_is_not_hit(self):
        folder = os.path.join(programs.BUILT, "other folder")
        os.makedirs(folder, exist_ok=True)
        other = shutil.copy(programs.source("plugin.c"), folder)
        rows = self.place(other, self.at("plugin.c", "twice"))
        self.assertFalse(rows[0]["verified"])
        self.assertEqual(self.run_to_end(), [])

    def test_a_source_that_is_gone_is_not_taken_for_one_elsewhere(self):
        built = os.path.join(programs.BUILT, "gone")
        empty = os.path.join(programs.BUILT, "empty")
        for folder in (built, empty):
            os.makedirs(folder, exist_ok=True)
        shutil.copy(programs.source("plugin.c"), built)
        library = programs.library("gone.c", "-ffile-prefix-map=%s=." % built, path=built + "/plugin.c")
        shutil.rmtree(built)
        self.session = self.start(programs.build("host.c"), library, directory=empty)
        self.place("plugin.c", self.at("plugin.c", "twice"))
        self.assertEqual(self.run_to_end(), [])

    def test_the_line_before_gdb_13(self):
        (row,) = self.place("host.c", self.at("host.c", "start"))
        said = "from twinstack import places; print(places.listed(gdb.breakpoints()[0]).line)"
        since = len(self.session.log)
        self.session.console("python " + said)
        self.assertIn('~"%d\\n"' % row["line"], self.session.log[since:])

    def test_a_path_with_spaces_quotes_and_letters_beyond_ascii(self):
        folder = os.path.join(programs.BUILT, "a \"b\" 'c' é")
        os.makedirs(folder, exist_ok=True)
        copy = shutil.copy(programs.source("plugin.c"), folder)
        library = programs.library("strange.c", path=copy)
        self.session.console("set args " + library)
        self.place(copy, self.at("plugin.c", "twice", hitCondition="20"))
        self.assertEqual(self.run_to_end(), [("1", 19)])


class WhileRunning(Session):
    def setUp(self):
        self.session = self.start(programs.build("spin.c"))
        self.session.send("-exec-run")
        self.session.wait(lambda text: "libc.so" in text, 0)
        self.session.quiet(0.1)

    def tick(self, **more):
        request = dict(line=programs.line("spin.c", "tick"), **more)
        path = programs.source("spin.c")
        return self.session.result("set-breakpoints", path=path, breakpoints=[request])["breakpoints"]

    def test_breakpoints_come_and_go_without_a_pause(self):
        if self.session.version < WRITES_WHILE_RUNNING:
            self.skipTest("this GDB cannot")
        since = len(self.session.log)
        (refused,) = self.tick(condition="no_such")
        self.assertFalse(refused["verified"])
        (row,) = self.tick(condition="ticks == 0")
        self.assertTrue(row["verified"])
        self.session.quiet(0.2)
        self.assertFalse([text for text in self.session.log[since:] if text.startswith("*stopped")])
        (row,) = self.tick()
        self.assertIn('bkptno="%s"' % row["number"], self.session.stopped(since))

    def test_a_gdb_that_needs_the_pause_says_so(self):
        if self.session.version >= WRITES_WHILE_RUNNING:
            self.skipTest("this GDB needs none")
        error = self.session.ask("set-breakpoints", path=programs.source("spin.c"), breakpoints=[])["error"]
        self.assertEqual(error["kind"], "user")
        self.assertIn("cannot change breakpoints while the program runs: pause it first", error["message"])
        self.session.result("interrupt")
        self.session.stopped(0)
        (row,) = self.tick()
        self.assertTrue(row["verified"])
        self.assertIn('bkptno="%s"' % row["number"], self.session.resume())

    def test_the_interrupt_needs_no_sigint(self):
        since = len(self.session.log)
        self.assertEqual(self.session.result("interrupt"), {"sent": True})
        self.assertIn('signal-name="SIGSTOP"', self.session.stopped(since))
        since = len(self.session.log)
        self.assertEqual(self.session.result("interrupt"), {"sent": False})
        self.session.send("-exec-continue")
        self.session.quiet(0.2)
        self.assertFalse([text for text in self.session.log[since:] if text.startswith("*stopped")])

    def interrupt_failing_with(self, error):
        """The interrupt's reply where kill() fails."""
        self.session.console("python import os; kill = os.kill; fails = lambda *given: (_ for _ in ()).throw(%s)" % error)
        self.session.console("python os.kill = fails")
        try:
            return self.session.ask("interrupt")
        finally:
            self.session.console("python os.kill = kill")

    def test_the_interrupt_of_a_program_that_has_just_ended(self):
        reply = self.interrupt_failing_with("ProcessLookupError(3, 'No such process')")
        self.assertEqual(reply, {"result": {"sent": False}})

    def test_the_interrupt_of_another_users_program(self):
        error = self.interrupt_failing_with("PermissionError(1, 'Operation not permitted')")["error"]
        self.assertEqual(error["kind"], "user")
        self.assertEqual(error["message"], "The program cannot be paused: Operation not permitted.")

    def test_the_program_does_not_see_the_interrupt(self):
        since = len(self.session.log)
        self.session.result("interrupt")
        self.session.stopped(since)
        pid = self.session.result("probe")["pid"]
        self.session.send("-target-detach")
        with open("/proc/%d/stat" % pid) as stat:
            self.assertNotEqual(stat.read().split(")")[1].split()[0], "T")
        os.kill(pid, 9)


@unittest.skipUnless(shutil.which("gdbserver"), "there is no gdbserver")
class Remote(unittest.TestCase):
    def test_a_process_of_another_machine_is_not_signalled_by_its_number_here(self):
        server = subprocess.Popen(
            ["gdbserver", "--once", "localhost:0", shutil.which("sleep"), "60"], stderr=subprocess.PIPE
        )
        session = MiSession()
        for cleanup in (server.stderr.close, server.wait, server.kill, session.close):
            self.addCleanup(cleanup)
        port = next(text for text in server.stderr if b"Listening on port" in text).split()[-1]
        session.send("-target-select remote localhost:" + port.decode())
        session.console("python import os; os.kill = None")
        session.send("-exec-continue")
        since = len(session.log)
        self.assertEqual(session.result("interrupt"), {"sent": True})
        self.assertIn('signal-name="SIGINT"', session.stopped(since))
        self.assertEqual(session.result("interrupt"), {"sent": False})


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
        session.console("python twinstack.entry_breakpoint._filename = None")
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
