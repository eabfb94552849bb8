"""A function whose code is in two parts, with other functions between them."""

import unittest

import programs
from stopped_case import Stopped


class InParts(Stopped):
    program = "parts.c"
    place = "hot"

    @classmethod
    def command(cls):
        return [programs.build(cls.program, "-O2", "-fno-toplevel-reorder", output="parts")]

    def goto_targets(self, mark):
        wanted = dict(file=programs.source("parts.c"), line=programs.line("parts.c", mark))
        return self.session.ask("goto-targets", thread=1, **wanted)

    def address(self, name):
        return int(self.evaluate("(long)&'%s'" % name, level=0)["result"]["value"])

    def symbols(self, name, **more):
        rows = self.session.result("disassemble", address=hex(self.address(name)), **more)["instructions"]
        return [row.get("symbol") for row in rows]

    def test_it_lies_around_another(self):
        self.assertLess(self.address("hot.cold"), self.address("middle"))
        self.assertLess(self.address("middle"), self.address("hot"))

    def test_no_jump_leads_into_what_lies_between(self):
        self.assertIn("'hot'", self.goto_targets("middle")["error"]["message"])
        target = self.goto_targets("hot")["result"]
        self.assertEqual((target["function"], target["line"]), ("hot", programs.line("parts.c", "hot")))
        before = hex(int(self.evaluate("(long)$pc", level=0)["result"]["value"]))
        for address in (target["address"], before):
            self.assertEqual(self.session.ask("goto", thread=1, address=address), {"result": {}})
        for name in ("middle", "main"):
            reply = self.session.ask("goto", thread=1, address=hex(self.address(name)))
            self.assertIn("does not stand in the function", reply["error"]["message"])

    def test_a_jump_leads_into_both_parts(self):
        target = self.goto_targets("cold")["result"]
        self.assertEqual(target["line"], programs.line("parts.c", "cold"))

    def test_each_instruction_has_the_name_of_its_function(self):
        self.assertEqual(self.symbols("hot.cold", skip=0, count=3), ["hot"] * 3)
        self.assertEqual(self.symbols("middle", skip=0, count=2), ["middle"] * 2)
        first, *behind = self.symbols("bad", skip=0, count=20)
        self.assertEqual(first, "bad")
        self.assertIn("main", behind)
        self.assertEqual(self.symbols("hot.cold", skip=-1, count=2)[1], "hot")


if __name__ == "__main__":
    unittest.main()
