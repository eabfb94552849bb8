"""Breakpoints on instructions, hardware breakpoints, and the lines that have code."""

import unittest

import programs
from breakpoint_case import PluginCase

HARDWARE = (11, 1)  # the first GDB whose Python makes hardware breakpoints


class InstructionBreakpoints(PluginCase):
    def instructions(self, *requests):
        return self.session.result("set-instruction-breakpoints", breakpoints=list(requests))["breakpoints"]

    def test_an_instruction(self):
        self.place("plugin.c", self.at("plugin.c", "twice"))
        self.session.resume("-exec-run")
        self.place("plugin.c")
        address = self.value("$pc")
        address = address.split()[0]
        row, nowhere = self.instructions({"address": address, "condition": "n == 4"}, {"address": "0x10"})
        self.assertEqual((row["address"], row["line"]), (address, programs.line("plugin.c", "twice")))
        self.assertEqual(nowhere["message"], "There is no memory at 0x10, hence no instruction.")
        self.assertEqual(self.run_to_end("-exec-continue"), [(row["number"], 4)])

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


class Lines(PluginCase):
    def lines(self, name, first, last):
        return self.session.result("breakpoint-locations", path=programs.source(name), line=first, end=last)["lines"]

    def test_lines_with_code(self):
        start, blank, end = (programs.line("host.c", mark) for mark in ("start", "blank", "end"))
        self.assertEqual(self.lines("host.c", start, blank + 1), [start, blank + 1])
        self.assertEqual(self.lines("host.c", end, end), [end])
        self.assertEqual(self.lines("host.c", blank, blank), [])
        self.assertEqual(self.lines("plugin.c", 1, 99), [])


if __name__ == "__main__":
    unittest.main()
