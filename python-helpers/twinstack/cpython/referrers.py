"""Who refers to an object: a bounded search over what the collector tracks, and the frames.

What the collector does not track, such as a tuple that holds nothing but numbers and texts, is found
only where it belongs to one object alone.
"""

import itertools
import time

from ..errors import CorruptMemory
from ..objects import variables
from ..objects.holdings import Holdings
from ..stack.frames import Trail

MAX_FOUND = 1000
MAX_SECONDS = 20  # a front end waits for the answer


class Referrers:
    """One search, in one Runtime, for references to the object at ``target``. Raises CorruptMemory
    where there is no object."""

    def __init__(self, runtime, target, limit, seconds):
        runtime.readers.types.of(target)
        self._runtime = runtime
        self._holdings = Holdings(runtime, target)
        self._limit = max(1, min(limit, MAX_FOUND))
        self._deadline = time.monotonic() + min(seconds, MAX_SECONDS)
        self._searched, self._complete = 0, True

    def search(self):
        """{"variables", "searched" objects, "complete": was everything looked at}"""
        found = list(itertools.islice(self._found(), self._limit + 1))
        told = {self._holdings.namespace(address) for address, _ in found if address}
        rows = [row for address, row in found if address not in told]
        return {
            "variables": rows[: self._limit],
            "searched": self._searched,
            "complete": self._complete and self._holdings.complete and len(found) <= self._limit,
        }

    def _found(self):
        """(address of what refers, None for a frame; VARIABLE). Dicts are told as attributes of
        their owners where these are found too."""
        yield from ((None, row) for row in self._in_frames())
        for address in self._tracked():
            for how in self._holdings.of(address):
                yield address, variables.variable(self._runtime.readers, how, address)

    def _in_frames(self):
        """A row for each local variable of a Python frame, in all threads."""
        for state in self._runtime.thread_states():
            trail = Trail(state)
            for frame in self._until_late(self._runtime.stacks.python_frames(trail)):
                for name in self._holdings.in_frame(frame):
                    yield frame_row(name, frame)
            self._complete &= trail.cut is None

    def _tracked(self):
        for objects in self._runtime.collector.lists():
            try:
                for address in self._until_late(objects):
                    self._searched += 1
                    yield address
            except CorruptMemory:
                self._complete = False

    def _until_late(self, found):
        for each in found:
            if time.monotonic() > self._deadline:
                self._complete = False
                return
            yield each


def frame_row(name, frame):
    code = frame.code
    where = "local variable of %s, %s:%d" % (code.qualname, code.file, frame.line)
    return {"name": name, "value": where, "type": "frame", "kind": "virtual"}
