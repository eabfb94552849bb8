"""What an object costs and who keeps it, as sys and gc say in the program itself."""

import itertools
import json
import os

from debuggee import Debugged, scratch, version
from twinstack import session
from twinstack.errors import UserError

TRUTH = os.path.join(scratch(), "memory.json")


IMMORTAL = 1 << 30  # and more is what sys.getrefcount says of those


class Facts(Debugged):
    PROGRAM = "memory.py"
    ARGUMENTS = (TRUTH,)

    def setUp(self):
        with open(TRUTH) as file:
            self.truth = json.load(file)
        stop = self.locals("stop")
        self.objects = {}
        for child in self.children(stop["objects"], filter="indexed", count=1000):
            self.objects[child["name"].strip("'")] = child

    def facts(self, name):
        view = self.result("object-c-view", object=self.objects[name]["object"])["variables"][0]
        self.assertEqual("[memory]", view["name"])
        rows = self.result("memory-facts", object=view["memoryFacts"])["variables"]
        return {row["name"]: row["value"] for row in rows}

    def test_reference_counts(self):
        for name, truth in self.truth.items():
            found = self.facts(name)["reference count"]
            with self.subTest(name):
                if name in ("none", "small", "built_in_class"):
                    continue
                is_immortal = truth["references"] >= IMMORTAL
                expected = ("immortal", "deferred:") if is_immortal else (str(truth["references"]),)
                self.assertIn(found.split()[0], expected)

    def test_what_is_immortal(self):
        expected = "immortal" if version() >= (3, 12) else None
        for name in ("none", "small"):
            found = self.facts(name)["reference count"]
            if expected:
                self.assertEqual(expected, found)
            else:
                self.assertGreater(int(found), 3)

    def test_what_the_collector_tracks(self):
        for name, truth in self.truth.items():
            with self.subTest(name):
                found = self.facts(name)["garbage collection"]
                self.assertEqual(truth["tracked"], found.startswith("tracked"), found)
        never = "not tracked, as objects of its type never are"
        self.assertEqual(never, self.facts("text")["garbage collection"])

    def test_the_generation_that_an_object_is_in(self):
        if "t" in session.python().flavour:
            self.skipTest("a free-threaded CPython has no lists of its objects")
        self.assertEqual("tracked, in generation 2", self.facts("list")["garbage collection"])
        self.assertEqual("tracked, in generation 0", self.facts("young")["garbage collection"])

    def test_sizes_are_no_more_than_sys_getsizeof_says(self):
        exact = ("tuple", "list", "text", "accented", "wide", "bytes", "number", "huge", "real")
        for name, truth in self.truth.items():
            with self.subTest(name):
                size = int(self.facts(name)["size"].split()[2])
                self.assertLessEqual(size, truth["size"])
                if name in exact and name != "list":
                    self.assertEqual(truth["size"], size)
        self.assertIn(" and 4 for each item", self.facts("number")["size of the type"])

    def test_everything_tracked_can_be_walked(self):
        runtime = session.python()
        if "t" in runtime.flavour:
            return self.assertRaisesRegex(UserError, "keeps no lists", runtime.collector.lists)
        found = set(itertools.chain(*runtime.collector.lists()))
        self.assertGreater(len(found), 1000)
        self.assertIn(int(self.objects["list"]["object"], 0), found)
        self.assertNotIn(int(self.objects["text"]["object"], 0), found)
        for each in list(found)[:200]:
            self.assertTrue(runtime.collector.is_tracked(each))
