"""Python frames in groups of one: in CPython 3.8 to 3.10 each has an evaluator frame of its own."""

from ..errors import CorruptMemory
from . import evaluator_ranges
from .evaluators import EvaluatorsByCFrame, EvaluatorsByCode
from .frame_objects import FrameObjects, FrameObjects310
from .frames import MAX_FRAMES
from .walks import AHEAD, HERE, PASSED, Walk


class FrameObjectGroup:
    """One PyFrameObject and the evaluators.Evaluators of its thread state."""

    __slots__ = ("frames", "_address", "_evaluators")

    def __init__(self, frame, evaluators):
        self.frames, self._address, self._evaluators = (frame,), frame.address, evaluators

    def place(self, native):
        """HERE when this NativeFrame is the evaluator that runs it, PASSED when it runs an older
        frame."""
        run = self._evaluators.run_by(native, self._address)
        return AHEAD if not run else HERE if run == self._address else PASSED


class FrameObjectWalk(Walk):
    """The chain of PyFrameObjects; subclasses know how to tell evaluator frames."""

    def __init__(self, memory, layout, codes):
        super().__init__(memory, layout, codes)
        self._newest = layout.offset("PyThreadState", "frame")

    def _evaluators(self, trail):
        raise NotImplementedError

    def _groups(self, trail):
        evaluators = self._evaluators(trail)
        address = self._memory.u64(trail.state + self._newest)
        while address:
            trail.visit(address)
            link = self.links.at(address)
            yield FrameObjectGroup(self.links.frame(link), evaluators)
            address = link.back

    def _callers(self, address):
        """The frames from ``address`` on, newest first, as far as they can be read."""
        try:
            while address:
                yield address
                address = self.links.back(address)
        except CorruptMemory:
            pass


class CodeRangeWalk(FrameObjectWalk):
    """The walk of CPython 3.8 and 3.9, in which evaluators are known by the addresses of their code."""

    LINKS = FrameObjects

    def __init__(self, memory, layout, codes):
        super().__init__(memory, layout, codes)
        self._ranges = []

    def _evaluators(self, trail):
        if not self._ranges:
            self._ranges = evaluator_ranges.find(self._memory)
        return EvaluatorsByCode(self._memory, self._callers, trail.is_alone, self._ranges)


class CFrameChainWalk(FrameObjectWalk):
    """The walk of CPython 3.10, in which each evaluator has a _PyCFrame in its own frame of C."""

    LINKS = FrameObjects310

    def __init__(self, memory, layout, codes):
        super().__init__(memory, layout, codes)
        self._linked = layout.offset("PyThreadState", "cframe")
        self._root = layout.offset("PyThreadState", "root_cframe")
        self._previous = layout.offset("_PyCFrame", "previous")

    def _evaluators(self, trail):
        newest = self._memory.u64(trail.state + self._linked)
        cframes = self._cframes(newest, trail.state + self._root)
        return EvaluatorsByCFrame(
            self._memory, self._callers, trail.is_alone, cframes, newest
        )

    def _cframes(self, address, root):
        """The root lies in the PyThreadState and belongs to no evaluator."""
        newer, count = 0, 0
        try:
            while address != root and newer < address and count < MAX_FRAMES:
                yield address
                newer, count = address, count + 1
                address = self._memory.u64(address + self._previous)
        except CorruptMemory:
            pass
