"""Random damage to every page of memory: each operation answers, in time and with whole sentences."""

import os
import random
import struct
import unittest

import gdb

from debuggee import Debugged, scratch
from twinstack import session
from twinstack.inferior.memory import PAGE_BITS
from twinstack.objects.kinds.elements import Number, View

SEEDS = int(os.environ.get("TWINSTACK_FUZZ", "20"))
RATES = (0.0005, 0.005, 0.05)  # of the words of a page
WIDE = 5  # variables that are opened of each object or frame
WORD = 8


class Damage:
    """Whoever reads ``memory`` inside the context finds ``rate`` of its words replaced: by noise, by
    small numbers, by other words of the page or by addresses nearby. The same seed damages the same."""

    def __init__(self, memory, seed, rate):
        self._memory, self._seed, self._rate = memory, seed, rate
        self._intact = memory._fetch

    def __enter__(self):
        self._memory._fetch = self._fetch
        session.changed()

    def __exit__(self, *error):
        del self._memory._fetch
        session.changed()

    def _fetch(self, address, size):
        data = bytearray(self._intact(address, size))
        start = -address % WORD
        chance = random.Random("%d %x" % (self._seed, address >> PAGE_BITS))
        words = (len(data) - start) // WORD
        for _ in range(self._hits(chance, words)):
            at = start + WORD * chance.randrange(words)
            struct.pack_into("<Q", data, at, self._word(chance, data, address))
        return bytes(data)

    def _hits(self, chance, words):
        """As many as the rate says on the average."""
        expected = words * self._rate
        return int(expected) + (chance.random() < expected % 1)

    def _word(self, chance, data, address):
        return chance.choice(
            (
                chance.getrandbits(64),
                chance.getrandbits(5),
                1 << chance.randrange(64),
                address + chance.randrange(-(1 << 20), 1 << 20) & ~7,
                int.from_bytes(data[:WORD], "little"),
            )
        ) & (1 << 64) - 1


class Damaged(Debugged):
    """A test of a program whose memory is damaged once for each seed."""

    def under_damage(self, look):
        session.python()
        for seed in range(SEEDS):
            rate = RATES[seed % len(RATES)]
            with self.subTest(seed=seed, rate=rate), Damage(session.debuggee().memory, seed, rate):
                look()

    def open(self, variables):
        for variable in variables[:WIDE]:
            if "object" in variable:
                self.answered("children", object=variable["object"], start=0, count=WIDE)


class Threads(Damaged):
    """Five threads in calls of all sorts."""

    PROGRAM = "truth.py"
    ARGUMENTS = (os.path.join(scratch(), "damage.json"),)

    def test_stacks_threads_and_variables(self):
        self.under_damage(self.look)

    def test_cpython_is_found_or_refused(self):
        self.under_damage(self.look_anew)

    def look(self):
        self.answered("threads")
        for thread in gdb.selected_inferior().threads():
            frames = self.answered("stack", thread=thread.global_num, start=0, count=500)
            for frame in frames.get("frames", []):
                if frame["kind"] == "python":
                    self.look_into(thread.global_num, frame["frame"])

    def look_into(self, thread, frame):
        found = self.answered("locals", thread=thread, frame=frame)
        self.open(found.get("variables", []))
        self.answered("globals", frame=frame, start=0, count=WIDE)

    def look_anew(self):
        session.debuggee().forget_files()
        self.answered("probe")
        self.answered("stack", thread=self.thread(), start=0, count=500)

    def tearDown(self):
        session.debuggee().forget_files()


class Rows(unittest.TestCase):
    def test_rows_without_elements_are_counted(self):
        view = View(0x1000, Number(None, "B", 1), (1 << 40, 0), (0, 1))
        self.assertEqual("[[], [], ...]", view.text(2))


class Objects(Damaged):
    """Objects of every kind."""

    PROGRAM = "zoo.py"
    ARGUMENTS = (os.path.join(scratch(), "damaged_zoo.json"),)

    def test_objects_of_every_kind(self):
        self.found = [
            child["object"]
            for name in ("exact", "opened")
            for child in self.children(self.locals("zoo")[name], filter="indexed", start=0, count=500)
            if "object" in child
        ]
        self.under_damage(self.look)

    def look(self):
        for address in self.found:
            found = self.answered("children", object=address, start=0, count=WIDE)
            self.open(found.get("variables", []))
            self.answered("object-c-view", object=address)
