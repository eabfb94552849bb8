"""One stack of Python and native frames in call order, made only as far as it is asked for.

A native frame that is the evaluator of a group of Python frames is replaced by them, with the
functions that are inline in it; every other native frame stays. A group itself knows where its
evaluator stands (``place``): how differs between versions of CPython.
"""

from .walks import AHEAD, HERE, PASSED


class Placed:
    """A Python frame and the NativeFrame of the evaluator that runs it (None: not found)."""

    __slots__ = ("frame", "native")

    def __init__(self, frame, native):
        self.frame, self.native = frame, native


class Queue:
    """The groups of one thread state that are not merged yet, newest first."""

    def __init__(self, groups):
        self._groups = iter(groups)
        self.group = next(self._groups, None)

    def take(self, native):
        """Generates the frames of the newest group as Placed, and goes on to the next group."""
        for frame in self.group.frames:
            yield Placed(frame, native)
        self.group = next(self._groups, None)

    def place(self, native):
        """Where the newest group's evaluator stands, as seen from a NativeFrame."""
        return self.group.place(native) if self.group else AHEAD


def merged(natives, walks, evaluator=False):
    """Generates Placed frames and NativeFrames, newest first. ``walks``: the groups of each thread
    state on this OS thread; there are several when it runs sub-interpreters. ``evaluator``: one
    that is the newest frame is shown above the frames that it runs.

    A group whose evaluator frame was passed unseen (unwinding is broken there) is Placed without
    a native frame; so are all that remain where unwinding ends.
    """
    queues = [Queue(groups) for groups in walks]
    for inline, native in functions(natives):
        runner = None
        for queue in queues:
            place = queue.place(native)
            while place is PASSED:
                yield from queue.take(None)
                place = queue.place(native)
            if place is HERE:
                runner = queue
        if not runner or (evaluator and is_newest(inline, native)):
            yield from inline
            yield native
        if runner:
            yield from runner.take(native)
    for queue in queues:
        while queue.group:
            yield from queue.take(None)


def is_newest(inline, native):
    return native.level == len(inline)


def functions(natives):
    """Generates (the NativeFrames inline in it, NativeFrame) for each frame that has a place of
    its own on the C stack. Where unwinding ends in an inline one, that is the last."""
    inline = []
    for native in natives:
        if native.is_inline:
            inline.append(native)
        else:
            yield inline, native
            inline = []
    if inline:
        yield inline[:-1], inline[-1]
