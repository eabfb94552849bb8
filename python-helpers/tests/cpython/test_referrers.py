"""Who refers to an object: found in every sort of container, within bounds."""

import contextlib
import struct
import time
from unittest import mock

import gdb
from debuggee import Debugged, ask
from twinstack import console, session
from twinstack.errors import CorruptMemory
from twinstack.objects.holdings import Holdings

console.open()


class Search(Debugged):
    PROGRAM = "referrers.py"

    def setUp(self):
        self.main = self.locals("main")
        self.target = self.main["target"]["object"]
        if "t" in session.python().flavour:
            self.skipTest("a free-threaded CPython has no lists of its objects")

    def search(self, **bounds):
        return self.result("referrers", object=self.target, **bounds)

    def found(self):
        rows = self.search()["variables"]
        return {(row["name"], row["type"]): row for row in rows}

    def test_every_sort_of_container(self):
        found = self.found()
        for how in (
            ("[3]", "list"),
            ("[2200000]", "list"),
            ("[1]", "tuple"),
            ("['key']", "dict"),
            ("member", "set"),
            ("[100]", "deque"),
            (".slot", "Slotted"),
            (".attribute", "Plain"),
            (".other", "Plain"),
            (".kept", "type"),
            (".cell_contents", "cell"),
            ("local variable awaited", "generator"),
        ):
            with self.subTest(how):
                self.assertIn(how, found)

    def test_the_container_opens(self):
        row = self.found()["[3]", "list"]
        self.assertEqual(self.main["in_list"]["object"], row["object"])

    def test_a_key_is_a_reference_too(self):
        names = [row["name"] for row in self.search()["variables"]]
        self.assertTrue(any(name.startswith("key <Target at ") for name in names), names)

    def test_local_variables_of_all_threads(self):
        found = self.found()
        self.assertIn("main", found["target", "frame"]["value"])
        self.assertIn("waiting", found["thread_local", "frame"]["value"])

    def test_attributes_are_told_once(self):
        rows = self.search()["variables"]
        dicts = [row for row in rows if row["type"] == "dict"]
        self.assertEqual({self.main["in_dict"]["object"]}, {row["object"] for row in dicts})

    def test_the_search_says_what_it_looked_at(self):
        before = time.process_time()
        found = self.search()
        self.assertLess((time.process_time() - before) / found["searched"], 0.0005)
        self.assertTrue(found["complete"])
        self.assertGreater(found["searched"], 1000)

    def test_it_ends_when_enough_is_found(self):
        found = self.search(limit=2)
        self.assertEqual(2, len(found["variables"]))
        self.assertFalse(found["complete"])

    def test_it_ends_in_time(self):
        before = time.monotonic()
        found = self.search(seconds=0)
        self.assertLess(time.monotonic() - before, 1)
        self.assertFalse(found["complete"])
        self.assertEqual([], found["variables"])

    def test_what_cannot_be_read_is_not_complete(self):
        in_list = int(self.main["in_list"]["object"], 0)
        items = in_list + session.python().layout.offset("PyListObject", "ob_item")
        with self.written(items, 0x10):
            found = self.search()
        self.assertFalse(found["complete"])
        self.assertGreater(found["searched"], 1000)

    def test_a_local_variable_that_cannot_be_read_is_not_complete(self):
        python, target = session.python(), int(self.target, 0)
        generator = self.found()["local variable awaited", "generator"]["object"]
        found = Holdings(python, target)
        with mock.patch.object(python.scopes, "every", return_value=[("awaited", CorruptMemory(16))]):
            self.assertEqual([], list(found.of(int(generator, 0))))
        self.assertFalse(found.complete)

    def test_a_damaged_list_of_the_collector_is_not_complete(self):
        in_list = int(self.main["in_list"]["object"], 0)
        with self.written(in_list - session.python().layout.size("PyGC_Head"), 0):
            self.assertFalse(self.search()["complete"])

    def test_lists_of_the_collector_that_moved_a_little_are_found(self):
        searched = self.search()["searched"]
        for distance in (-12, 4, 8):
            with self.lists_moved(distance):
                found = self.search()
            self.assertEqual((searched, True), (found["searched"], found["complete"]))

    def test_lists_of_the_collector_that_are_elsewhere_are_not_searched(self):
        with self.lists_moved(1000):
            found = self.search()
        self.assertEqual((0, False), (found["searched"], found["complete"]))

    @contextlib.contextmanager
    def lists_moved(self, distance):
        """As if the table were of a patch release where they lie elsewhere."""
        layout = session.python().layout
        owner = session.python().collector._state
        lists = {n: m[0] for n, m in layout.fields(owner).items() if n.startswith("gc.")}
        for name, offset in lists.items():
            layout.move(owner, name, offset + distance)
        try:
            yield
        finally:
            for name, offset in lists.items():
                layout.move(owner, name, offset)

    def test_a_deque_without_end(self):
        layout = session.python().layout
        deque = int(self.main["in_deque"]["object"], 0)
        first = session.debuggee().memory.u64(deque + layout.offset("dequeobject", "leftblock"))
        length = deque + layout.offset("PyVarObject", "ob_size")
        following = first + layout.offset("dequeblock", "rightlink")
        with self.written(length, 1 << 40), self.written(following, first):
            found = self.search()
        self.assertFalse(found["complete"])

    @contextlib.contextmanager
    def written(self, address, word):
        """The program's memory with another word in it."""
        inferior = gdb.selected_inferior()
        before = bytes(inferior.read_memory(address, 8))
        self.write(address, struct.pack("<Q", word))
        try:
            yield
        finally:
            self.write(address, before)

    def write(self, address, data):
        gdb.selected_inferior().write_memory(address, data)
        session.changed()

    def test_py_referrers_lists_what_leads_to_the_object(self):
        text = gdb.execute("py-referrers " + self.target, to_string=True)
        self.assertIn("\n[3]  [None, None, None, <Target at ", text)
        self.assertRegex(text, r"\n\d+ objects searched\.\n$")
        with self.assertRaisesRegex(gdb.error, "'py-referrers' takes the address of a Python object"):
            gdb.execute("py-referrers")

    def test_what_is_no_object_is_refused(self):
        self.assertIn("cannot be shown", ask("referrers", object="0x10")["error"]["message"])
