"""Who resumes a generator while its frame is linked to nobody (CPython 3.12 on).

The evaluator that resumes a generator runs its frame itself. For a few instructions, on the way in
and on the way out (Python/bytecodes.c: FOR_ITER_GEN, SEND_GEN, YIELD_VALUE; compilers change the
order of their stores), the generator's frame is the newest one and its ``previous`` is NULL. The
frame that resumes it is then known to the evaluator alone: in a register, or in its C frame.
"""

from ..errors import CorruptMemory
from ..inferior.thread_registers import words_of_newest_frame

MAX_SLOTS = 256  # words of a frame's locals and value stack looked through for the generator


class Resumers:
    """Finds them for one version's ``frames.Links``."""

    def __init__(self, memory, layout, links):
        self._memory, self._links = memory, links
        self._generator = layout.constant("FRAME_OWNED_BY_GENERATOR")
        self._in_generator = layout.offset("PyGenObject", "gi_iframe")
        self._slots = layout.offset("_PyInterpreterFrame", "localsplus")

    def is_unlinked(self, address):
        """Is this, the newest frame, a generator's that is linked to nobody?"""
        try:
            link = self._links.at(address)
        except CorruptMemory:  # the Chain that comes there tells
            return False
        return link.owner == self._generator and not link.previous

    def of(self, address):
        """Address of the frame that resumes the generator with this frame: one that has it on its
        value stack, as FOR_ITER and SEND leave it there, and that leads to a shim. 0: not found."""
        generator = address - self._in_generator
        words = words_of_newest_frame(self._memory)
        candidates = (word for word in words if word and word % 8 == 0 and word != address)
        return next((word for word in candidates if self._resumes(word, generator)), 0)

    def _resumes(self, frame, generator):
        if not self._links.is_frame(frame) or self._links.shim_after(frame)[0] is None:
            return False
        return generator in (word & ~3 for word in self._values(frame))

    def _values(self, frame):
        for count in (MAX_SLOTS, MAX_SLOTS // 8):  # the memory may end behind a small frame
            try:
                return self._memory.pointers(frame + self._slots, count)
            except CorruptMemory:
                continue
        return ()
