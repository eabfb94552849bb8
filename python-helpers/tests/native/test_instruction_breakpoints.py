"""Breakpoints on instructions, hardware breakpoints, and the lines that have code."""

import unittest

import programs
from breakpoint_case import PluginCase

HARDWARE = (11, 1)  # the first GDB whose Python makes hardware breakpoints


class InstructionBreakpoints(PluginCase):
    def instructions(self, *requests):
        return self.session.result("set-instruction-breakpoints", breakpoints=list(requests))["breakpoints"]

    def test_an_instruction_stops_where_its_condition_holds(self):
        self.place("plugin.c", self.at("plugin.c", "twice"))
        self.session.resume("-exec-run")
        self.place("plugin.c")
        address = self.value("$pc")
        address = address.split()[0]
        row, nowhere = self.instructions({"address": address, "condition": "n == 4"}, {"address": "0x10"})
        self.assertEqual((row["address"], row["line"]), (address, programs.line("plugin.c", "twice")))
        self.assertEqual(nowhere["message"], "There is no memory at 0x10, hence no instruction.")
        self.assertEqual(self.run_to_end("-exec-continue"), [(row["natives"][0], 4)])

    def test_the_next_process_has_it_as_soon_as_its_code(self):
        self.place("plugin.c", self.at("plugin.c", "twice", condition="n == 1"))
        self.session.resume("-exec-run")
        (row,) = self.instructions({"address": self.value("$pc").split()[0], "condition": "n == 4"})
        self.place("plugin.c")
        for _ in range(2):
            since = len(self.session.log)
            self.session.result("kill")
            self.assertEqual([n for _, n in self.run_to_end()], [4])
            told = [text for text in self.session.log[since:] if "twinstack-event breakpoint" in text]
            self.assertEqual([r'\"verified\":true' in text for text in told], [False, True, False], told)
            self.session.resume("-exec-run")

    def test_what_is_no_address(self):
        self.session.resume("-exec-run")
        (row,) = self.instructions({"address": "main"})
        self.assertEqual(row["message"], "'main' is no address; an instruction reference is a number such as 0x401136.")

    def value(self, expression):
        record = self.session.send("-data-evaluate-expression " + expression)
        text = record.split('value="')[1].split('"')[0]
        return text if expression == "$pc" else int(text)


class Hardware(PluginCase):
    def test_hardware_breakpoints_stop_and_are_four(self):
        if self.session.version < HARDWARE:
            self.skipTest("this GDB cannot")
        self.place("host.c", self.at("host.c", "start"))
        self.session.resume("-exec-run")
        lines = [dict(line=line, mode="hardware") for line in range(programs.line("host.c", "call") - 4, programs.line("host.c", "call") + 1)]
        rows = self.place("host.c", *lines, self.at("host.c", "end", mode="hardware"))
        refused = [row for row in rows if row["number"] is None]
        self.assertEqual(len(rows) - len(refused), 4)
        self.assertIn("has 4 debug registers, and 4 of them are in use", refused[0]["message"])
        self.assertIn('reason="breakpoint-hit"', self.session.resume())

    def test_one_that_is_asked_for_before_the_start_is_made_then(self):
        if self.session.version < HARDWARE:
            self.skipTest("this GDB cannot")
        (row,) = self.place("plugin.c", self.at("plugin.c", "twice", mode="hardware", condition="n == 4"))
        self.assertEqual((row["verified"], row["line"]), (False, programs.line("plugin.c", "twice")))
        self.assertEqual([n for _, n in self.run_to_end()], [4])
        self.assertTrue([text for text in self.session.log if "hw breakpoint" in text])

    def test_the_fifth_of_those_is_told(self):
        if self.session.version < HARDWARE:
            self.skipTest("this GDB cannot")
        first = programs.line("host.c", "call") - 4
        wanted = [dict(line=line, mode="hardware", condition="sum < 0") for line in range(first, first + 6)]
        self.assertFalse(any(row["verified"] for row in self.place("host.c", *wanted)))
        self.session.resume("-exec-run")
        told = [text for text in self.session.log if "twinstack-event breakpoint" in text]
        self.assertEqual(sum("4 of them are in use" in text for text in told), 2)

    def test_a_gdb_that_cannot_says_so(self):
        if self.session.version >= HARDWARE:
            self.skipTest("this GDB can")
        (row,) = self.place("host.c", self.at("host.c", "start", mode="hardware"))
        self.assertIn("Hardware breakpoints need GDB 11 or newer", row["message"])


class Registers(PluginCase):
    """What a hardware breakpoint takes of the processor."""

    def setUp(self):
        super().setUp()
        if self.session.version < HARDWARE:
            self.skipTest("this GDB cannot")

    def test_one_that_is_refused_is_not_made_later(self):
        self.place("host.c", self.at("host.c", "start"))
        self.session.resume("-exec-run")
        first = programs.line("host.c", "call") - 4
        rows = self.place("host.c", *(dict(line=line, mode="hardware") for line in range(first, first + 6)))
        self.assertIn(None, [row["number"] for row in rows])
        self.place("host.c")
        self.assertEqual(self.run_to_end("-exec-continue"), [])

    def test_a_line_with_more_places_than_registers_is_refused(self):
        self.session = self.start(programs.build("operators.cpp"))
        self.place("operators.cpp", self.at("operators.cpp", "call"))
        self.session.resume("-exec-run")
        (row,) = self.place("operators.cpp", self.at("operators.cpp", "instances", mode="hardware"))
        self.assertIn("It has 5 places, and each takes one of the processor's 4 debug registers; 0 are in use.", row["message"])
        self.assertIn('reason="exited', self.session.resume())

    def test_libraries_that_need_more_than_there_are_later(self):
        libraries = [programs.build("plugin.c", "-shared", "-fPIC", "-Dplugin=many", output="many%d.so" % n) for n in range(6)]
        self.session = self.start(programs.build("loader.c"), "keep", *libraries)
        (row,) = self.place("plugin.c", self.at("plugin.c", "twice", mode="hardware"))
        hits, record = 0, self.session.resume("-exec-run")
        while 'func="many"' in record:
            hits, record = hits + 1, self.session.resume()
        self.assertEqual(hits, 4)
        self.assertIn('reason="exited', record)
        told = [text for text in self.session.log if "twinstack-event breakpoint" in text]
        self.assertTrue(any("It has 5 places, and each takes one" in text for text in told), told)

    def test_what_becomes_of_it_in_the_console_is_told(self):
        self.place("host.c", self.at("host.c", "start"))
        self.session.resume("-exec-run")
        (row,) = self.place("host.c", self.at("host.c", "end", mode="hardware"))
        since = len(self.session.log)
        for command in ("disable", "enable", "delete"):
            self.session.console("%s %s" % (command, row["natives"][0]))
        told = [text for text in self.session.log[since:] if "twinstack-event" in text]
        self.assertEqual([r'\"enabled\":true' in text for text in told], [False, True, False], told)
        self.assertIn("twinstack-event breakpoint-deleted", told[-1])
        (again,) = self.place("host.c", self.at("host.c", "end", mode="hardware"))
        self.assertNotEqual(again["number"], row["number"])


class StepInto(PluginCase):
    def test_a_step_into_a_call_leaves_nothing_when_the_program_ends(self):
        self.place("host.c", self.at("host.c", "start"))
        self.session.resume("-exec-run")
        address = hex(int(self.value("(long)&main").split()[0], 0))
        self.place("host.c")
        self.session.result("step-into", thread=1, name="main", target=address, after=address)
        self.session.result("kill")
        since = len(self.session.log)
        self.session.console("maint info breakpoints")
        left = [text for text in self.session.log[since:] if "in main at" in text]
        self.assertEqual(len(left), 0, left)


class Lines(PluginCase):
    def lines(self, name, first, last):
        return self.session.result("breakpoint-locations", path=programs.source(name), line=first, end=last)["lines"]

    def test_lines_of_a_header_that_two_sources_use(self):
        other = programs.build("header.c", "-c", "-DSECOND", output="second.o")
        self.session = self.start(programs.build("header.c", other))
        first, second = (programs.line("header.h", mark) for mark in ("first", "second"))
        self.assertEqual(self.lines("header.h", first, second), [first, first + 1, second - 1, second])

    def test_lines_with_code(self):
        start, blank, end = (programs.line("host.c", mark) for mark in ("start", "blank", "end"))
        self.assertEqual(self.lines("host.c", start, blank + 1), [start, blank + 1])
        self.assertEqual(self.lines("host.c", end, end), [end])
        self.assertEqual(self.lines("host.c", blank, blank), [])
        self.assertEqual(self.lines("plugin.c", 1, 99), [])


if __name__ == "__main__":
    unittest.main()
