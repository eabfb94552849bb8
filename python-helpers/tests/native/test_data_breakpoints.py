"""Data breakpoints: what can be watched, what a stop tells, how a watch ends."""

import json
import re
import time
import unittest

import programs
from breakpoint_case import Session
from mi_session import unescaped

WRITES_WHILE_RUNNING = (11, 1)  # the first GDB that changes breakpoints without a pause


class DataBreakpoints(Session):
    def setUp(self):
        self.session = self.start(programs.build("watched.c"))
        self.stop_at("begin")

    def stop_at(self, mark, command="-exec-run"):
        request = dict(line=programs.line("watched.c", mark))
        path = programs.source("watched.c")
        self.session.result("set-breakpoints", path=path, breakpoints=[request])
        self.session.resume(command)
        self.session.result("set-breakpoints", path=path, breakpoints=[])

    def info(self, expression, **more):
        return self.session.ask("data-breakpoint-info", thread=1, expression=expression, **more)

    def watch(self, expression, access="write", more=(), **decided):
        data = self.info(expression, **dict(more))["result"]["dataId"]
        wanted = dict(dataId=data, accessType=access, **decided)
        return self.session.result("set-data-breakpoints", breakpoints=[wanted])["breakpoints"][0]

    def values(self, command="-exec-continue"):
        """What the stops until the program's end tell."""
        found = []
        while True:
            record = self.session.resume(command)
            if 'reason="exited' in record:
                return found
            found.append(re.search(r"value={(.*?)}", record).group(1))

    def test_a_write_tells_both_values(self):
        row = self.watch("counter")
        self.assertEqual((row["verified"], row["message"]), (True, "counter"))
        self.assertEqual(self.values(), ['old="0",new="1"', 'old="1",new="6"'])

    def test_reads_and_both(self):
        self.watch("points[1].y", "read")
        self.assertEqual(self.values(), ['value="5"'])
        self.session = self.start(programs.build("watched.c"))
        self.stop_at("begin")
        self.watch("points[1].y", "readWrite")
        self.assertEqual(self.values(), ['old="0",new="5"', 'new="5"'])

    def test_a_condition_decides_which_changes_stop(self):
        self.watch("counter", condition="counter > 3")
        self.assertEqual(self.values(), ['old="1",new="6"'])

    def test_bytes_at_an_address_are_watched(self):
        data = self.session.result("memory-data-breakpoint-info", thread=1, expression="&points[1].y", bytes=4)
        self.session.result("set-data-breakpoints", breakpoints=[{"dataId": data["dataId"]}])
        self.assertEqual(self.values(), ['old="0",new="5"'])

    def test_a_child_of_a_value_is_watched(self):
        rows = self.session.result("native-locals", thread=1, level=0)["variables"]
        handle = next(row["handle"] for row in rows if row["name"] == "second")
        data = self.child(handle, "y")["result"]["dataId"]
        self.session.result("set-data-breakpoints", breakpoints=[{"dataId": data}])
        self.assertEqual(self.values(), ['old="0",new="5"'])

    def child(self, handle, name):
        return self.session.ask("child-data-breakpoint-info", handle=handle, child=name)

    def handle(self, expression):
        reply = self.session.result("native-evaluate", thread=1, level=0, expression=expression)
        return reply["handle"]

    def test_a_far_element_is_found_by_its_number(self):
        handle, since = self.handle("numbers"), time.monotonic()
        self.assertEqual(self.child(handle, "[999999]")["result"]["description"], "[999999]")
        self.assertIn("no memory to watch behind '[1000000]'", self.child(handle, "[1000000]")["error"]["message"])
        self.assertLess(time.monotonic() - since, 1)

    def test_children_without_end_are_given_up(self):
        self.session.console(
            "python gdb.pretty_printers.insert(0, lambda value: str(value.type) == 'struct point' and type('Endless', (), {"
            "'to_string': lambda self: 'endless',"
            "'children': lambda self: ((str(number), number) for number in __import__('itertools').count())})() or None)"
        )
        reply = self.child(self.handle("points[0]"), "y")
        self.assertIn("'y' is not among the first", reply["error"]["message"])

    def test_to_ask_what_can_be_watched_changes_nothing(self):
        for expression, reason in (
            ("counter = 77", "'counter = 77' would change the program"),
            ("counter++", "'counter++' would change the program"),
            ("points[sum_to(3)]", "'points[sum_to(3)]' would call a function"),
        ):
            self.assertIn(reason, self.info(expression)["error"]["message"])
            address = self.session.ask("memory-data-breakpoint-info", thread=1, expression=expression)
            self.assertIn(reason, address["error"]["message"])
        self.assertIn('value="0"', self.session.send("-data-evaluate-expression counter"))

    def test_pointers_of_every_type(self):
        for expression in ("function", "row"):
            self.assertTrue(self.watch(expression)["verified"])

    def test_a_bit_field_has_no_memory_of_its_own(self):
        sentence = "'%s' is a bit-field: the processor cannot watch its bits alone. Watch what it is in."
        self.assertEqual(self.info("bits.high")["error"]["message"], sentence % "bits.high")
        self.assertEqual(self.info("(&bits)->low")["error"]["message"], sentence % "(&bits)->low")
        self.assertEqual(self.child(self.handle("bits"), "high")["error"]["message"], sentence % "high")
        self.assertTrue(self.watch("bits")["verified"])

    def test_a_structure_is_no_address(self):
        reply = self.session.ask("memory-data-breakpoint-info", thread=1, expression="points[0]")
        self.assertIn("'points[0]' is no address", reply["error"]["message"])

    def test_a_local_is_watched_until_its_function_returns(self):
        self.stop_at("sum", "-exec-continue")
        row = self.watch("sum")
        since = len(self.session.log)
        self.assertEqual(self.values(), ['old="0",new="1"', 'old="1",new="3"', 'old="3",new="6"'])
        told = next(text for text in self.session.log[since:] if "twinstack-event data-ended" in text)
        fields = json.loads(unescaped(re.search(r"({.*})", told).group(1)))
        self.assertEqual(fields, {"number": row["number"], "message": "'sum' is watched no longer: sum_to has returned."})

    def test_what_cannot_be_watched(self):
        for expression, reason in (
            ("large", "has 100 bytes; the processor can watch 32 in all"),
            ("counter + 1", "is in no memory"),
            ("$rip", "is in no memory"),
            ("nothing", 'No symbol "nothing" in current context.'),
        ):
            self.assertIn(reason, self.info(expression)["error"]["message"])

    def test_there_are_four_registers(self):
        ids = [self.info("large[%d]" % each)["result"]["dataId"] for each in range(5)]
        rows = self.session.result("set-data-breakpoints", breakpoints=[{"dataId": each} for each in ids])["breakpoints"]
        self.assertEqual([each["verified"] for each in rows], [True] * 4 + [False])
        self.assertIn("has 4 debug registers, and 4 of them are in use", rows[4]["message"])
        self.assertEqual(self.values(), [])

    def test_none_can_be_set_while_the_program_runs_but_taken_away(self):
        if self.session.version < WRITES_WHILE_RUNNING:
            self.skipTest("this GDB changes no breakpoint then")
        self.session = self.start(programs.build("spin.c"))
        self.session.resume("-exec-run --start")
        data = self.session.result("data-breakpoint-info", expression="ticks")["dataId"]
        wanted = dict(dataId=data, condition="ticks < 0")
        self.session.result("set-data-breakpoints", breakpoints=[wanted])
        self.session.send("-exec-continue")
        self.session.quiet(0.1)
        (kept,) = self.session.result("set-data-breakpoints", breakpoints=[wanted])["breakpoints"]
        self.assertTrue(kept["verified"])
        since = len(self.session.log)
        self.assertEqual(self.session.result("set-data-breakpoints", breakpoints=[])["breakpoints"], [])
        (row,) = self.session.result("set-data-breakpoints", breakpoints=[wanted])["breakpoints"]
        self.assertEqual(row["message"], "GDB cannot set a data breakpoint while the program runs: pause it first.")
        self.session.quiet(0.2)
        self.assertFalse([text for text in self.session.log[since:] if text.startswith("*stopped")])


class Left(Session):
    """What is watched while its function, or its process, ends in another way than by a return."""

    def setUp(self):
        self.session = self.start(programs.build("left.c"))

    def stop_at(self, mark, command="-exec-run"):
        request = dict(line=programs.line("left.c", mark))
        for wanted in ([request], []):
            self.session.result("set-breakpoints", path=programs.source("left.c"), breakpoints=wanted)
            if wanted:
                self.session.resume(command)

    def data(self, *expressions):
        found = [self.session.result("data-breakpoint-info", thread=1, expression=each) for each in expressions]
        return [{"dataId": each["dataId"]} for each in found]

    def watch(self, *data):
        return self.session.result("set-data-breakpoints", breakpoints=list(data))["breakpoints"]

    def ended(self, since=0):
        events = (re.search(r"twinstack-event data-ended ({.*})", text) for text in self.session.log[since:])
        return [json.loads(unescaped(found.group(1)))["message"] for found in events if found]

    def test_a_function_that_is_left_by_longjmp(self):
        self.stop_at("leaving")
        self.watch(*self.data("local"))
        self.assertIn('old="1",new="2"', self.session.resume())
        self.assertIn('reason="exited-normally"', self.session.resume())
        self.assertEqual(self.ended(), ["'local' is watched no longer: leaving has been left."])

    def test_the_end_of_the_process(self):
        self.stop_at("main")
        local, memory, static = self.watch(*self.data("outer", "*heap", "counted"))
        self.session.result("kill")
        told = "'%s' is watched no longer: the program has ended."
        self.assertEqual(self.ended(), [told % "outer", told % "*heap"])
        self.assertIn('wpt={number="%s"' % static["number"], self.session.resume("-exec-run"))

    def test_memory_of_a_process_that_has_ended(self):
        self.stop_at("main")
        data = self.data("*heap")
        self.session.result("kill")
        self.stop_at("main")
        (row,) = self.watch(*data)
        self.assertEqual(row["message"], "'*heap' was memory of a process that has ended; set it anew.")

    def test_a_local_of_main_ends_with_it(self):
        self.stop_at("end")
        self.watch(*self.data("outer"))
        self.assertIn('reason="exited-normally"', self.session.resume())
        (message,) = self.ended()
        self.assertRegex(message, "'outer' is watched no longer: (main has been left|the program has ended).")


if __name__ == "__main__":
    unittest.main()
