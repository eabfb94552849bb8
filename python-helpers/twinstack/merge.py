"""One stack of Python and native frames in call order, made only as far as it is asked for.

The rule (CPython 3.10 on), exact without any symbol: a native frame is the evaluator frame of a
group of Python frames if and only if the group's hint, an address inside the evaluator's C
frame, lies between the frame's stack pointer and its caller's. The group's frames take its
place; every other native frame stays. Inline frames have no extent of their own.
"""

import heapq


class Placed:
    """A Python frame and the NativeFrame of the evaluator that runs it (None: not found)."""

    __slots__ = ("frame", "native")

    def __init__(self, frame, native):
        self.frame, self.native = frame, native


def one_chain(walks):
    """Groups of several thread states on one OS thread (sub-interpreters), as one: by stack
    address, which rises towards older frames; a group without a hint comes last."""
    if len(walks) == 1:
        return walks[0]
    return heapq.merge(*walks, key=lambda group: group.hint or 1 << 64)


def merged(natives, groups):
    """Generates Placed frames and NativeFrames, newest first.

    A group whose evaluator frame was passed unseen (unwinding is broken there) is Placed without
    a native frame; so are all that remain where unwinding ends.
    """
    groups = iter(groups)
    group = next(groups, None)
    for native in natives:
        while group and missed(group, native):
            yield from placed(group, None)
            group = next(groups, None)
        if group and is_evaluator(native, group):
            yield from placed(group, native)
            group = next(groups, None)
        else:
            yield native
    while group:
        yield from placed(group, None)
        group = next(groups, None)


def placed(group, native):
    return (Placed(frame, native) for frame in group.frames)


def missed(group, native):
    return group.hint is not None and not native.is_inline and group.hint < native.sp


def is_evaluator(native, group):
    return group.hint is not None and not native.is_inline and native.sp <= group.hint < native.cfa
