"""Stops for the agent itself: what a breakpoint's ``stop`` has seen, and the operation that is asked at the stop behind it wants to know."""

import gdb

from ...resumes import on_resume


class Arrival:
    """The threads that stand at one kind of place. Each is forgotten when it runs on for the program, and all with their process."""

    def __init__(self):
        self._told = {}  # GDB's number of a thread -> what it was said to stand there with
        on_resume(self._forget)

    def come(self, told=True):
        """The selected thread stands there: True, as ``stop`` answers."""
        self._told[gdb.selected_thread().global_num] = told
        return True

    def taken(self):
        """What was told of the selected thread, once; None where it stands elsewhere."""
        thread = gdb.selected_thread()
        return self._told.pop(thread.global_num, None) if thread else None

    def _forget(self, thread):
        for number in list(self._told) if thread is None else [thread]:
            self._told.pop(number, None)
