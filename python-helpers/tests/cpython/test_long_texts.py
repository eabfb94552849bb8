"""Strings too long to be shown: opened in parts, and read whole in pages."""

import json

from debuggee import Debugged, ask
from twinstack import commands

LARGEST_ANSWER = 100000  # bytes of JSON


class LongTexts(Debugged):
    PROGRAM = "texts.py"

    def setUp(self):
        self.main = self.locals("main")

    def test_a_short_one_does_not_open(self):
        self.assertNotIn("indexed", self.main["short"])
        self.assertEqual(["[C view]"], [each["name"] for each in self.children(self.main["short"])])

    def test_a_long_one_opens_into_parts(self):
        long = self.main["long"]
        self.assertEqual(3, long["indexed"])
        parts = self.children(long, filter="indexed")
        self.assertEqual(["[0:1000]", "[1000:2000]", "[2000:2500]"], [p["name"] for p in parts])
        self.assertEqual([p["name"] for p in parts], [p["access"] for p in parts])
        text = "".join("%d," % i for i in range(1000))[:2500]
        self.assertEqual(text, "".join(p["value"].strip("'") for p in parts))
        self.assertNotIn("object", parts[0])
        frame = self.python_frame("main")
        found = self.result(
            "evaluate", thread=self.thread(), frame=frame, expression="long" + parts[1]["access"]
        )
        self.assertEqual(parts[1]["value"], found["value"])

    def test_a_million_characters_are_a_few_steps_away(self):
        for name, character in (("million", "x"), ("accented", "é"), ("raw", "r")):
            with self.subTest(name):
                self.assertEqual("%s%s" % ("b" * (name == "raw"), repr(character * 250)) + "...",
                                 self.main[name]["value"])
                self.assertEqual(10, self.main[name]["indexed"])
                self.assertEqual(1000000, sum(self.leaves(self.main[name])))

    def leaves(self, variable):
        """The lengths of the parts that open no further."""
        operation, where = "children", {"object": variable["object"]}
        if "first" in variable:
            operation = "slice-children"
            where.update(first=variable["first"], last=variable["last"])
        answer = commands.answer(operation, json.dumps(dict(where, filter="indexed")))
        self.assertLess(len(answer), 1.5 * LARGEST_ANSWER)
        for child in json.loads(answer)["result"]["variables"]:
            if "object" in child:
                yield from self.leaves(child)
            else:
                yield len(child["value"].lstrip("b")) - 2

    def test_a_page_of_characters(self):
        found = self.result("text", object=self.main["accented"]["object"], start=999990, count=100)
        self.assertEqual({"text": "é" * 10, "length": 1000000}, found)
        found = self.result("text", object=self.main["long"]["object"], start=4, count=3)
        self.assertEqual({"text": "2,3", "length": 2500}, found)
        found = self.result("text", object=self.main["quotes"]["object"], start=0, count=100)
        self.assertEqual({"text": "\\'\"\\\\\\x00\\n", "length": 5}, found)

    def test_a_page_is_no_longer_than_an_answer_may_be(self):
        for name in ("million", "accented", "faces"):
            where = {"object": self.main[name]["object"], "start": 0, "count": 10**9}
            answer = commands.answer("text", json.dumps(where))
            self.assertLess(len(answer), LARGEST_ANSWER)

    def test_what_is_no_text_is_refused(self):
        message = ask("text", object=self.main["items"]["object"], start=0, count=1)["error"]
        self.assertIn("list", message["message"])

    def whole(self, expression):
        frame = self.python_frame("main")
        kept = self.result(
            "whole-text", thread=self.thread(), frame=frame, expression=expression
        )
        pages, read = [], 0
        while read < kept["length"]:
            page = self.result("kept-text", handle=kept["handle"], start=read, count=10**6)["text"]
            pages.append(page)
            read += len(page)
        return "".join(pages), kept

    def test_the_whole_of_a_string_is_its_characters(self):
        text, kept = self.whole("million")
        self.assertEqual("x" * 1000000, text)
        self.assertEqual(1000000, kept["total"])
        self.assertEqual("short 'one'", self.whole("short")[0])

    def test_the_whole_of_anything_else_reads_like_repr(self):
        self.assertEqual(repr(list(range(5000))), self.whole("items")[0])
        self.assertEqual(repr({i: "v" * 400 for i in range(50)}), self.whole("table")[0])
        self.assertEqual(repr(b"'\"\\\x00\n"), self.whole("quotes")[0])
        self.assertEqual("'%s'" % ("x" * 1000), self.whole("million[:1000]")[0])

    def test_what_is_too_long_says_how_long_it_is(self):
        text, kept = self.whole("two_millions")
        self.assertEqual(1000000, len(text))
        self.assertEqual(2000000, kept["total"])
        self.addCleanup(self.forget_lengths)
        self.result("formats", string=20000)
        self.assertEqual(2000000, len(self.whole("two_millions")[0]))

    def forget_lengths(self):
        from twinstack import formats

        formats._string = None
