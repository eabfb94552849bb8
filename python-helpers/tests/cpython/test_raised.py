"""The exception that is pending and the one that is being handled."""

import gdb

import debuggee
from debuggee import Debugged

MADE_AT_ONCE = debuggee.version() >= (3, 12)


class Raised(Debugged):
    PROGRAM = "raised.py"

    def exceptions(self):
        """(pending, handled) as they are shown; the stack must tell whether there is one."""
        found = self.result("exceptions", thread=self.thread())
        stack = self.result("stack", thread=self.thread())
        self.assertEqual(stack["exceptions"], found != {"pending": None, "handled": None})
        return tuple(found[name] and found[name]["value"] for name in ("pending", "handled"))

    def test_in_the_order_of_the_program(self):
        told = [self.exceptions()]
        for _ in range(8):
            gdb.execute("continue", to_string=True)
            told.append(self.exceptions())
        handled = "FileNotFoundError(2, 'absent')"
        self.assertEqual(
            [
                (None, None),
                (None, handled),
                (None, handled),
                ("KeyError('key')", handled),  # made, as it has a context
                (self.raised("StopIteration", None, "StopIteration()"), None),
                (self.raised("OSError", "(2, 'absent')", handled), None),
                ("KeyError('made')", None),
                (None, "GeneratorExit()"),
                (None, None),
            ],
            told,
        )

    def raised(self, of_type, arguments, made):
        """How a pending exception is shown: up to 3.11 it is not made yet."""
        if MADE_AT_ONCE:
            return made
        last = "of %s" % arguments if arguments else "without arguments"
        return "<class '%s'>, not made yet, %s" % (of_type, last)


class Opened(Debugged):
    PROGRAM = "raised.py"

    def test_a_handled_exception_opens_into_its_cause(self):
        gdb.execute("continue", to_string=True)
        handled = self.result("exceptions", thread=self.thread())["handled"]
        self.assertEqual("FileNotFoundError", handled["type"])
        children = {child["name"]: child["value"] for child in self.children(handled)}
        self.assertIn("ValueError('cause')", children.values())
