"""At any moment of a busy program, every thread's stack makes sense."""

import collections
import unittest

import gdb

from anytime_case import STOPS, AnytimeCase
from debuggee import free_threaded, shown

CALLERS = {  # which Python functions may call which
    "<module>": {None, "work"},  # the program, and what eval() runs
    "work": {"<module>", "Thread.run"},
    "recursion": {"work", "recursion", "coroutine"},
    "coroutine": {"work", "coroutine"},
    "Item.key": {"Item.__lt__"},
    "Item.__lt__": {"work"},
    "generator": {"recursion", "generator"},
}
PROBE = "probe_through"


class Anytime(AnytimeCase):
    PROGRAM = "busy.py"

    def test_stacks_at_random_moments(self):
        self.check_stacks()

    def check(self, frames):
        self.assertEqual([], [frame for frame in frames if "unplaced" in frame])
        python = [frame["name"] for frame in frames if frame["kind"] == "python"]
        callers = {shown(name): {each and shown(each) for each in CALLERS[name]} for name in CALLERS}
        for name, caller in zip(python, python[1:] + [None]):
            if name in callers:
                self.assertIn(caller, callers[name], python)
        self.assertIn(python[-1:], ([], ["<module>"], [shown("Thread._bootstrap")]))
        self.check_extension(frames)

    def check_extension(self, frames):
        """Below each frame of the extension: the Python function that calls it."""
        for index, frame in enumerate(frames):
            if frame["kind"] == "native" and frame["name"] == PROBE:
                caller = next(older for older in frames[index:] if older["kind"] == "python")
                self.assertIn(caller["name"], (shown("Item.key"), "work"))


@unittest.skipIf(free_threaded(), "this Python has no GIL")
class Gil(AnytimeCase):
    """Three threads that always want the GIL."""

    PROGRAM = "busy.py"

    def test_one_holds_it_and_the_others_wait(self):
        """Nobody holds it while it is handed over; a thread about to wait is not there yet."""
        counted = collections.Counter()
        for _ in range(STOPS):
            gdb.execute("continue", to_string=True)
            words = [row["gil"] for row in self.result("threads")["threads"]]
            self.assertEqual(3, len(words))
            self.assertLessEqual(words.count("holds"), 1, words)
            counted.update(words)
        self.assertGreater(counted["holds"], STOPS * 0.8, counted)
        self.assertLess(counted["released"], STOPS * 0.05, counted)
