"""Source breakpoints, with GDB/MI's records of them."""

import os
import shutil
import unittest

import programs
from breakpoint_case import PluginCase

STAYS = (16, 1)  # the first GDB that moves no breakpoint on into the next function


class SourceBreakpoints(PluginCase):
    def test_a_pending_one_is_resolved_when_its_library_comes(self):
        (row,) = self.place("plugin.c", self.at("plugin.c", "twice"))
        line = programs.line("plugin.c", "twice")
        self.assertEqual((row["number"], row["verified"], row["line"]), ("1", False, line))
        self.assertIn("No loaded program or library has code for this line of", row["message"])
        self.assertIn("what was compiled without -g never has", row["message"])
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

    def test_a_line_after_the_end_of_what_is_loaded_later(self):
        (row,) = self.place("plugin.c", {"line": 999})
        self.assertIn("has code for this line of", row["message"])
        self.place("host.c", self.at("host.c", "end"))
        self.session.resume("-exec-run")
        self.assertIn("The file has no code at this line", "\n".join(self.session.log))
        (row,) = self.place("plugin.c", {"line": 999})
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

    def test_those_that_are_kept_stay_without_being_named(self):
        call, start, end = (self.at("host.c", mark) for mark in ("call", "start", "end"))
        kept, gone = self.place("host.c", dict(call, hitCondition="==2"), start)
        numbers = [kept["number"], "no number"]
        reply = self.session.result("set-breakpoints", path=programs.source("host.c"), breakpoints=[end], kept=numbers)
        self.assertEqual(([row["line"] for row in reply["breakpoints"]], reply["kept"]), ([end["line"]], 1))
        self.assertIn('=breakpoint-deleted,id="%s"' % gone["number"], self.session.log)
        self.assertEqual(self.place("host.c", dict(call, hitCondition="==2"), end), [kept] + reply["breakpoints"])

    def test_one_that_the_user_deleted_is_made_again(self):
        (first,) = self.place("host.c", self.at("host.c", "start"))
        self.session.send("-break-delete " + first["number"])
        (second,) = self.place("host.c", self.at("host.c", "start"))
        self.assertNotEqual(first["number"], second["number"])
        self.assertTrue(second["verified"])

    def test_a_condition_decides_which_hits_stop(self):
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
        self.session.console("python import twinstack.inferior.program_calls as calls; calls.POSSIBLE = False")
        self.place("host.c", self.at("host.c", "start"))
        self.session.resume("-exec-run")
        (row,) = self.place("host.c", self.at("host.c", "call", condition="(int)getpid() > 1"))
        self.assertIn("GDB before 14 cannot on this processor", row.get("message", ""))

    def test_a_condition_that_calls_a_pointer_stops_and_says_so(self):
        self.session.console("python import twinstack.inferior.program_calls as calls; calls.POSSIBLE = False")
        (row,) = self.place("plugin.c", self.at("plugin.c", "twice", condition="((int (*)(void))&getpid)() > 1"))
        self.session.resume("-exec-run")
        self.assertIn("GDB before 14 cannot on this processor", "\n".join(self.session.log))

    def test_a_hit_condition_counts_hits_in_every_form(self):
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
        said = "from twinstack.breakpoints import places; print(places.listed(gdb.breakpoints()[0]).line)"
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


if __name__ == "__main__":
    unittest.main()
