"""Python frames in groups: one group is what one evaluator frame on the C stack runs.

A group knows its evaluator frame when ``merge`` shows it: from CPython 3.11 on by a *hint*, an
address inside that C frame, without any symbol. How the chain is linked differs between versions:
one Walk class each, chosen in ``versions``; those of CPython 3.8 to 3.10 are in
``frame_object_walks``. A chain that is corrupt ends there, which its Trail tells; no walk raises.
"""

import itertools

from ..errors import CorruptMemory
from ..inferior.thread_registers import words_of_newest_frame
from .frames import MAX_FRAMES, Chain, Links
from .resumers import Resumers

PASSED, HERE, AHEAD = "passed", "here", "ahead"  # where an evaluator is when natives are gone through


class Group:
    """Frames run by one evaluator frame, newest first, to be iterated once; hint may be None."""

    __slots__ = ("hint", "frames")

    def __init__(self, hint, frames):
        self.hint, self.frames = hint, frames

    def place(self, native):
        """HERE when this NativeFrame is the evaluator's: if and only if the hint lies between its
        stack pointer and its caller's. An inline frame has no extent of its own."""
        if self.hint is None or native.is_inline or self.hint >= native.cfa:
            return AHEAD
        return HERE if self.hint >= native.sp else PASSED


def is_shim(link):
    return link.is_shim


class Walk:
    """The Python frames of one thread state, in groups, newest first.

    ``links`` reads single frames as this walk's versions have them.
    """

    LINKS = Links

    def __init__(self, memory, layout, codes):
        self.links = self.LINKS(memory, layout, codes)
        self._memory = memory

    def groups(self, trail):
        """Generates Groups; each one's frames must be used before the next is asked for."""
        try:
            yield from self._groups(trail)
        except CorruptMemory as error:
            trail.cut = error


class CFrames(Walk):
    """_PyCFrame structs, locals of the evaluator, chained on the C stack (3.11 and 3.12)."""

    def __init__(self, memory, layout, codes):
        super().__init__(memory, layout, codes)
        self._root = layout.offset("PyThreadState", "root_cframe")
        self._newest = layout.offset("PyThreadState", "cframe")
        self._current = layout.offset("_PyCFrame", "current_frame")
        self._previous = layout.offset("_PyCFrame", "previous")

    def _current_frame(self, cframe):
        return self._memory.u64(cframe + self._current)

    def _older(self, cframe):
        return self._memory.u64(cframe + self._previous)

    def _ends(self, thread_state):
        """(newest, root): the root lies in the PyThreadState and belongs to no evaluator. One whose
        evaluator has not stored its frame yet, as its prologue still runs, is passed over."""
        newest, root = self._memory.u64(thread_state + self._newest), thread_state + self._root
        if newest != root and not self.links.is_frame(self._current_frame(newest)):
            newest = self._next(newest, root)
        return newest, root

    def _next(self, cframe, root):
        """The one behind a _PyCFrame whose members may not be stored yet: then the evaluator has
        the address in a register. Each lies above the one before it; the root lies elsewhere."""
        older = self._older(cframe)
        if older == root or self._is_linked(older, cframe, root):
            return older
        words = words_of_newest_frame(self._memory)
        found = [word for word in words if self._is_linked(word, cframe, root)]
        if not found and root not in words:
            raise CorruptMemory(cframe, "an evaluator that begins")
        return min(found, default=root)

    def _is_linked(self, address, newer, root):
        """Is this a _PyCFrame that an evaluator has filled?"""
        if address <= newer or address % 8:
            return False
        try:
            older, frame = self._older(address), self._current_frame(address)
            return (older == root or older > address) and self.links.is_frame(frame)
        except CorruptMemory:
            return False


class EntryWalk(CFrames):
    """CPython 3.11: one chain of frames; ``is_entry`` ends a group."""

    def _groups(self, trail):
        cframe, root = self._ends(trail.state)
        frame = self._current_frame(cframe)
        while frame:
            chain = Chain(self.links, frame, lambda link: link.is_entry, trail)
            yield Group(cframe if cframe != root else None, chain)
            frame = self._rest(chain)
            cframe = self._older(cframe) if cframe != root else root

    def _rest(self, chain):
        for _ in chain:
            pass
        return chain.rest


class Resumed:
    """The frames from the newest one on, be that a generator's which is linked to nobody."""

    def __init__(self, memory, layout, links):
        self._links, self._resumers = links, Resumers(memory, layout, links)

    def of(self, first, trail):
        """(the frames up to the shim, the frame from which on they are linked to that)"""
        frames = Chain(self._links, first, is_shim, trail)
        if not self._resumers.is_unlinked(first):
            return frames, first
        resumer = self._resumers.of(first)
        if not resumer:
            trail.cut = CorruptMemory(first, "a generator that is being resumed or left")
            return frames, first
        return itertools.chain(frames, Chain(self._links, resumer, is_shim, trail)), resumer


class NewestPerCFrameWalk(CFrames):
    """CPython 3.12: each _PyCFrame names its newest frame; a shim ends the group."""

    def __init__(self, memory, layout, codes):
        super().__init__(memory, layout, codes)
        self._resumed = Resumed(memory, layout, self.links)

    def _groups(self, trail):
        cframe, root = self._ends(trail.state)
        seen = set()
        while cframe and cframe != root and cframe not in seen and len(seen) < MAX_FRAMES:
            seen.add(cframe)
            frames, _ = self._resumed.of(self._current_frame(cframe), trail)
            yield Group(cframe, frames)
            cframe = self._older(cframe)


class ShimWalk(Walk):
    """CPython 3.13 on: a shim, itself a local of the evaluator, ends each group.

    Below all of them lies, from 3.15 on, a frame in the PyThreadState that no evaluator runs.
    """

    def __init__(self, memory, layout, codes):
        super().__init__(memory, layout, codes)
        self._newest = layout.offset("PyThreadState", "current_frame")
        self._resumed = Resumed(memory, layout, self.links)
        has_base = layout.has("PyThreadState", "base_frame")
        self._base = layout.offset("PyThreadState", "base_frame") if has_base else None

    def _end(self, thread_state):
        return 0 if self._base is None else self._memory.u64(thread_state + self._base)

    def _groups(self, trail):
        frame, end = self._memory.u64(trail.state + self._newest), self._end(trail.state)
        shims = set()
        while frame and frame != end:
            frames, linked = self._resumed.of(frame, trail)
            shim, older = self.links.shim_after(linked)
            yield Group(shim, frames)  # which tells of a cycle
            frame = 0 if shim in shims else older
            shims.add(shim)
