"""Data breakpoints on the state of Python, at the lines that change it."""

import unittest.mock

import gdb

from agent_case import AgentCase, line
from debuggee import ask, shown
from twinstack import session
from twinstack.breakpoints import python_data
from twinstack.mi import unasked

CHANGED, ENDED = "data-changed", "data-ended"


class WatchedPython(AgentCase):
    PROGRAM = "watched.py"

    def setUp(self):
        super().setUp()
        self.events, before = [], unasked.event
        unasked.event = lambda name, **fields: self.events.append((name, fields))
        self.addCleanup(setattr, unasked, "event", before)
        self.posted, post = [], gdb.post_event  # a script of GDB's has no loop of events
        gdb.post_event = self.posted.append
        self.addCleanup(setattr, gdb, "post_event", post)
        self.addCleanup(self.watch_identities)

    def info(self, expression, **more):
        return self.result("python-data-breakpoint-info", expression=expression, **more)

    def watch(self, *expressions, function="<module>"):
        seen = dict(thread=self.thread(), frame=self.python_frame(function))
        self.watch_identities(*(self.info(each, **seen)["dataId"] for each in expressions))

    def watch_identities(self, *identities):
        for row in self.result("set-data-breakpoints", breakpoints=[{"dataId": each} for each in identities])["breakpoints"]:
            self.assertTrue(row["verified"], row)

    def assert_changed(self, text, mark, function):
        """The program runs until that is told of the line with that mark."""
        del self.events[:]
        self.resume()
        self.assertEqual([text], [fields["text"] for name, fields in self.events if name == CHANGED])
        found = next(each for each in self.frames() if each["kind"] == "python")
        self.assertEqual((shown(function), line(self.PROGRAM, mark)), (found["name"], found["line"]))

    def assert_ended(self, reason):
        while self.posted:
            self.posted.pop()()
        self.assertIn(reason, "".join(fields["message"] for name, fields in self.events if name == ENDED))

    def test_values_wherever_they_move(self):
        self.start_at("begin")
        self.watch("total", "kept", function="count")
        self.assert_changed("kept: [] → ['word']", "cell", "count.<locals>.keep")
        self.assert_changed("total: 0 → 1", "local", "count")
        self.watch("counter", "items[1]")
        self.assert_changed("counter: 0 → 1", "global", "count")
        self.assert_changed("items[1]: 2 → 'set'", "item", "change")
        self.assert_changed("items[1]: 'set' → 'moved'", "item-moved", "change")
        self.watch("table['one']", "plain.second")
        self.assert_changed("table['one']: 1 → 10", "entry", "change")
        self.assert_changed("table['one']: 10 → 11", "entry-moved", "change")
        self.assert_changed("table['one']: 11 → deleted", "deleted", "change")
        self.assert_ended("'table['one']' is watched no longer: it has been deleted.")
        self.assert_changed("plain.second: 'a' → 'b'", "attribute", "attributes")
        self.assert_changed("plain.second: 'b' → 'c'", "attribute-in-dict", "attributes")
        self.assert_changed("plain.second: 'c' → 'd'", "attribute-moved", "attributes")
        if session.python().readers.layout.has("PyObject", "ob_refcnt_split"):  # CPython 3.12, 3.13
            refused = ask("python-data-breakpoint-info", expression="", parent=self.object("slotted.member"), references=True)
            self.assertIn("None is immortal", refused["error"]["message"])
        self.watch("slotted.member", "items[2]")
        self.assert_changed("slotted.member: None → 'e'", "slot", "attributes")
        self.watch_identities(self.references("bare")["dataId"])
        self.assert_counted("reference", "incremented")
        self.assert_counted("dereference", "decremented")

    def test_a_dict_that_is_made_in_the_memory_of_a_watched_one(self):
        self.start_at("short")
        self.watch("own['own']", function="short")
        self.assert_changed("own['own']: 1 → 2", "short", "short")
        self.assert_changed("own['own']: 2 → deleted", "emptied", "short")
        self.assert_ended("'own['own']' is watched no longer: it has been deleted.")
        self.start_at("held")
        self.watch("held['own']", function="short")
        self.assert_changed("held['own']: 1 → 4", "held", "short")
        del self.events[:]
        while self.resume():
            pass
        self.assertEqual([], [fields["text"] for name, fields in self.events if name == CHANGED])

    def test_a_condition_is_read_where_the_value_changes(self):
        self.start_at("begin")
        seen = dict(thread=self.thread(), frame=self.python_frame("<module>"))
        identity = self.info("items[1]", **seen)["dataId"]
        refused = self.result("set-data-breakpoints", breakpoints=[{"dataId": identity, "condition": "items["}])["breakpoints"][0]
        self.assertIn("no Python expression", refused["message"])
        row = self.result("set-data-breakpoints", breakpoints=[{"dataId": identity, "condition": "items[1] == 'moved' and len(items) > 3"}])["breakpoints"][0]
        self.assertTrue(row["verified"], row)
        self.assert_changed("items[1]: 'set' → 'moved'", "item-moved", "change")

    def test_conditions_that_cannot_be_read_and_hits(self):
        self.start_at("begin")
        self.place_data("items[-2]", condition="len(nothing_of_that_name)")
        with unittest.mock.patch.object(unasked, "sentence") as told:
            self.assert_changed("items[-2]: 2 → 'set'", "item", "change")
        self.assertIn("'len(nothing_of_that_name)' could not be evaluated", told.call_args[0][0])
        self.start_at("begin")
        self.place_data("items[1]", hitCondition="2")
        self.assert_changed("items[1]: 'set' → 'moved'", "item-moved", "change")

    def test_what_cannot_be_watched(self):
        self.start_at("begin")
        seen = dict(thread=self.thread(), frame=self.python_frame("<module>"))
        for place in "items[3]", "items[-4]":
            self.assertIn("kept in no memory of its own", ask("python-data-breakpoint-info", expression=place, **seen)["error"]["message"])
        wanted = [{"dataId": self.info("items[%d]" % index, **seen)["dataId"]} for index in range(3)]
        rows = self.result("set-data-breakpoints", breakpoints=wanted)["breakpoints"]
        self.assertEqual([True, True, False], [row["verified"] for row in rows])
        self.assertIn("registers", rows[2]["message"])
        self.start_at("begin")
        (row,) = self.result("set-data-breakpoints", breakpoints=wanted[:1])["breakpoints"]
        self.assertIn("was of a process that has ended", row["message"])

    def place_data(self, expression, **decided):
        identity = self.info(expression, thread=self.thread(), frame=self.python_frame("<module>"))["dataId"]
        (row,) = self.result("set-data-breakpoints", breakpoints=[dict(decided, dataId=identity)])["breakpoints"]
        self.assertTrue(row["verified"], row)

    def references(self, name):
        return self.info("", parent=self.object(name), references=True)

    def object(self, name):
        """Its address."""
        seen = dict(thread=self.thread(), frame=self.python_frame("<module>"))
        return self.result("evaluate", expression=name, **seen)["object"]

    def assert_counted(self, mark, direction):
        """Of the same line CPython may count more than once."""
        texts = []
        while not any(direction in each for each in texts):
            del self.events[:]
            self.resume()
            texts = [fields["text"] for name, fields in self.events if name == CHANGED]
            self.assertTrue(texts)
        found = next(each for each in self.frames() if each["kind"] == "python")
        self.assertEqual(line(self.PROGRAM, mark), found["line"])
