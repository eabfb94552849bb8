"""Who refers to an object: a bounded search over what the collector tracks, and the frames.

What the collector does not track, such as a tuple that holds nothing but numbers and texts, is found
only where it belongs to one object alone.
"""

import time

from . import variables
from .errors import CorruptMemory
from .holdings import Holdings, in_frame

MAX_FOUND = 1000
MAX_SECONDS = 20  # a front end waits for the answer
CHECKED = 256  # objects between two looks at the clock


class Referrers:
    """One search, in one Runtime, for references to the object at ``target``. Raises CorruptMemory
    where there is no object."""

    def __init__(self, runtime, target, limit, seconds):
        runtime.readers.types.of(target)
        self._runtime, self._target = runtime, target
        self._holdings = Holdings(runtime, target)
        self._limit = max(1, min(limit, MAX_FOUND))
        self._deadline = time.monotonic() + min(seconds, MAX_SECONDS)
        self._searched, self._complete = 0, True

    def search(self):
        """{"variables", "searched" objects, "complete": was everything looked at}"""
        found = self._in_frames()
        told = {0}  # dicts that are told as attributes of their owners
        for address in self._tracked():
            for how in self._of(address):
                told.add(self._holdings.namespace(address))
                found.append((how, address))
            if len(found) > self._limit:
                self._complete = False
                break
        rows = [row for row in found if isinstance(row, dict) or row[1] not in told]
        return {
            "variables": [self._variable(row) for row in rows[: self._limit]],
            "searched": self._searched,
            "complete": self._complete,
        }

    def _variable(self, row):
        if isinstance(row, dict):
            return row
        how, address = row
        return variables.variable(self._runtime.readers, how, address)

    def _tracked(self):
        """The objects, until the time is over."""
        for address in self._runtime.collector.all():
            if self._searched % CHECKED == 0 and time.monotonic() > self._deadline:
                self._complete = False
                return
            self._searched += 1
            yield address

    def _of(self, address):
        try:
            return self._holdings.of(address)
        except CorruptMemory:
            return []

    def _in_frames(self):
        """A row for each local variable of a Python frame, in all threads."""
        scopes = self._runtime.scopes
        return [
            frame_row(name, frame)
            for frame in self._runtime.stacks.python_frames()
            for name in in_frame(scopes, frame, self._target)
        ]


def frame_row(name, frame):
    code = frame.code
    line = frame.position.line or code.first_line
    where = "local variable of %s, %s:%d" % (code.qualname, code.file, line)
    return {"name": name, "value": where, "type": "frame", "kind": "virtual"}
