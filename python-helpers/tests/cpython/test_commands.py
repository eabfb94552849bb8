"""The two doors and the envelope of replies."""

import json
import unittest

import gdb

from debuggee import ask
from twinstack import commands


class Doors(unittest.TestCase):
    def console(self, line):
        return json.loads(gdb.execute(line, to_string=True))

    def test_the_console_command_prints_one_line(self):
        text = gdb.execute('twinstack echo_for_test {"text": "é \\\\ \\" \'"}', to_string=True)
        self.assertEqual(1, text.count("\n"))
        self.assertTrue(text.isascii())
        self.assertEqual({"result": {"echo": "é \\ \" '"}}, json.loads(text))

    @unittest.skipUnless(hasattr(gdb, "MICommand"), "GDB 12 and later")
    def test_the_mi_command_answers_the_same(self):
        record = gdb.execute(
            'interpreter-exec mi "-twinstack echo_for_test {\\"text\\":1}"', to_string=True
        )
        self.assertTrue(record.startswith('^done,json="{\\"result\\":{\\"echo\\":1}}"'), record)

    def test_an_operation_may_come_without_arguments(self):
        self.assertEqual({"result": {"echo": None}}, self.console("twinstack echo_for_test"))

    def test_an_unknown_operation_is_refused_with_those_there_are(self):
        error = ask("no_such")["error"]
        self.assertEqual("user", error["kind"])
        self.assertTrue(error["message"].startswith("There is no operation 'no_such'; there are: "))

    def test_arguments_that_do_not_fit_are_named(self):
        self.assertEqual(
            "The arguments of 'evaluate' do not fit: missing frame, expression, unknown x; "
            "it takes thread, frame, expression, refused.",
            ask("evaluate", thread=1, x=2)["error"]["message"],
        )
        for text in ("{", "[]", "1"):
            self.assertEqual(
                "user", json.loads(commands.answer("echo_for_test", text))["error"]["kind"]
            )

    def test_a_bug_has_its_trace(self):
        error = ask("bug_for_test")["error"]
        self.assertEqual("bug", error["kind"])
        self.assertIn("ZeroDivisionError", error["message"])
        self.assertIn("test_commands.py", error["trace"])


@commands.operation("echo_for_test")
def echo(text=None):
    return {"echo": text}


@commands.operation("bug_for_test")
def bug():
    return {"never": 1 / 0}
