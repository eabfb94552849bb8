"""Pretty-printers that take too long are given up, wherever they are met, and leave nothing half done."""

import textwrap
import time
import unittest

import programs
from breakpoint_case import Session
from stopped_case import Stopped

PRINTERS = """
    class Looping:
        def __init__(self, value): pass
        def to_string(self):
            while True: pass

    class Calling:
        def __init__(self, value): pass
        def to_string(self): return "called %d" % int(gdb.parse_and_eval("slow(3)"))

    def look(value):
        return {"Loop": Looping, "Call": Calling}.get(value.type.name, lambda value: None)(value)

    gdb.pretty_printers.insert(0, look)
"""
SHORTER = "from twinstack import time_limit; time_limit.VALUE, time_limit.COPY = 0.4, 1"
GIVEN_UP = "it took too long and was given up"
TOLD = r"<error: %s>|\{loop = \{\.\.\.\}, z = \d\}" % GIVEN_UP  # GDB 10 does not ask the printers of members so deep
RACE = """
    import time
    from twinstack import time_limit
    def spin(end):
        while time.perf_counter() < end: pass
    stuck = 0
    for number in range(2000):
        try: time_limit.%s
        except time_limit.TookTooLong: pass
        try: stuck += time_limit._limit is not None
        except time_limit.TookTooLong: stuck += 1
    print("stuck %%d" %% stuck)
"""


def run_in(session, code):
    session.console("python exec(%r)" % textwrap.dedent(code))


class MembersThatLoop(Stopped):
    program = "limits.cpp"

    def setUp(self):
        run_in(self.session, PRINTERS)
        run_in(self.session, SHORTER)
        self.begin = time.monotonic()

    def within(self, seconds):
        self.assertLess(time.monotonic() - self.begin, seconds)

    def test_a_value_tells_it(self):
        row = self.evaluate("holder")["result"]
        self.assertRegex(row["value"], TOLD)
        self.assertEqual(self.opened(row)["z"]["value"], "2")
        self.within(5)

    def test_a_page_of_them_comes_to_an_end(self):
        rows = self.children(self.evaluate("holders")["result"])
        for row in rows:
            self.assertRegex(row["value"], TOLD)
        self.within(8)

    def test_a_copy_ends_there(self):
        copied = self.session.result("native-whole-text", thread=1, level=0, expression="holder")
        self.assertEqual(copied["text"], "{loop = … cut after 0 of 2 elements (it takes more than 1 seconds)")
        self.within(5)


class Limits(Session):
    def setUp(self):
        self.session = self.start(programs.build("limits.cpp"))
        run_in(self.session, PRINTERS)

    def test_a_log_point_tells_it(self):
        place = dict(line=programs.line("limits.cpp", "log"), logMessage="it is {holder}")
        self.session.result("set-breakpoints", path=programs.source("limits.cpp"), breakpoints=[place])
        since = len(self.session.log)
        self.session.resume("-exec-run")
        self.assertRegex("\n".join(self.session.log[since:]), "it is (%s)" % TOLD)

    def test_a_printer_that_calls_leaves_handles_to_die(self):
        run_in(self.session, SHORTER)
        self.session.send("-break-insert -f stop")
        self.session.resume("-exec-run")
        if "error" in self.session.ask("native-evaluate", thread=1, level=0, expression="slow(0)", context="repl"):
            self.skipTest("this GDB calls no function on this processor")
        row = self.session.result("native-evaluate", thread=1, level=1, expression="numbers")
        told = self.session.result("native-evaluate", thread=1, level=1, expression="call", context="repl")
        self.assertIn(GIVEN_UP, told["value"])
        self.assertEqual(len(self.session.result("value-children", handle=row["handle"])["variables"]), 4)
        self.session.resume("-exec-next")
        reply = self.session.ask("value-children", handle=row["handle"])
        self.assertEqual(reply["error"]["kind"], "stale")

    def test_a_limit_that_ends_as_it_is_reached(self):
        run_in(self.session, RACE % "_within(0.0003, lambda: spin(time.perf_counter() + 0.0003))")
        self.assertIn('~"stuck 0\\n"', self.session.log)


if __name__ == "__main__":
    unittest.main()
