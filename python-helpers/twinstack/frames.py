"""Python frames, in groups: one group is what one evaluator frame on the C stack runs.

Each group carries a *hint*, an address inside the C frame of its evaluator, by which ``merge``
finds that frame without any symbol. How the chain is linked differs between versions: one Walk
class each, chosen in ``versions``. A chain that is corrupt ends there; no walk raises.
"""

import struct

from .errors import CorruptMemory

MAX_FRAMES = 200000
_u64 = struct.Struct("<Q").unpack_from


class PythonFrame:
    """A frame that runs: ``address`` of its _PyInterpreterFrame, ``code`` object, byte offset of
    the current instruction in the code."""

    __slots__ = ("address", "code", "offset")

    def __init__(self, address, code, offset):
        self.address, self.code, self.offset = address, code, offset

    @property
    def position(self):
        return self.code.position(self.offset)


class Group:
    """Frames run by one evaluator frame, newest first, to be iterated once; ``hint`` may be None."""

    __slots__ = ("hint", "frames")

    def __init__(self, hint, frames):
        self.hint, self.frames = hint, frames


class Link:
    """One _PyInterpreterFrame as it lies in memory, whatever its state."""

    __slots__ = ("address", "code", "instruction", "previous", "owner", "is_entry")


class Links:
    """Reads _PyInterpreterFrame structs. CPython: pycore_frame.h."""

    def __init__(self, memory, layout, codes):
        self._memory, self._codes = memory, codes
        struct_name = "_PyInterpreterFrame"
        self._size = layout.size(struct_name)
        self._code = layout.offset(struct_name, "f_executable", "f_code")
        self._instruction = layout.offset(struct_name, "instr_ptr", "prev_instr")
        self._previous = layout.offset(struct_name, "previous")
        self._owner = layout.offset(struct_name, "owner")
        marks_entry = layout.has(struct_name, "is_entry")
        self._entry = layout.offset(struct_name, "is_entry") if marks_entry else None
        self._generator = layout.constants["FRAME_OWNED_BY_GENERATOR"]
        names = ("FRAME_OWNED_BY_CSTACK", "FRAME_OWNED_BY_INTERPRETER")
        self._shim_owners = [layout.constants[n] for n in names if n in layout.constants]

    def at(self, address):
        data, link = self._memory.read(address, self._size), Link()
        link.address = address
        link.code = _u64(data, self._code)[0]
        link.instruction = _u64(data, self._instruction)[0]
        link.previous = _u64(data, self._previous)[0]
        link.owner = data[self._owner]
        link.is_entry = self._entry is not None and bool(data[self._entry])
        return link

    def is_shim(self, link):
        """A frame that only marks the border between C and Python."""
        return link.owner in self._shim_owners

    def shim_after(self, address):
        """(address of the next shim in the chain, of the frame after it); (None, 0) without one.

        Only follows pointers: ten thousand frames may lie before it.
        """
        for _ in range(MAX_FRAMES):
            if not address:
                break
            data = self._memory.read(address, self._size)
            previous = _u64(data, self._previous)[0]
            if data[self._owner] in self._shim_owners:
                return address, previous
            address = previous
        return None, 0

    def frame(self, link):
        """The PythonFrame; None when it has not started (its prologue still runs)."""
        code = self._codes.at(link.code)
        if link.owner != self._generator and link.instruction < code.ready_at:
            return None
        return PythonFrame(link.address, code, link.instruction - code.start)

    def is_frame(self, address):
        """Could a _PyInterpreterFrame be here?"""
        try:
            link = self.at(address)
            return self.is_shim(link) or self._codes.is_code(link.code)
        except CorruptMemory:
            return False


class Chain:
    """Iterates the PythonFrames from one link until ``last`` says that the group ends.

    Afterwards ``rest`` is the address of the next link, 0 at the end. ``visited`` is shared by
    the chains of one walk, against cycles.
    """

    def __init__(self, links, address, last, visited):
        self._links, self._last, self._visited = links, last, visited
        self.rest = address
        self._ended = False

    def __iter__(self):
        try:
            while self.rest and not self._ended and self._is_new():
                link = self._links.at(self.rest)
                self._visited.add(link.address)
                self.rest = link.previous
                self._ended = self._last(link)
                frame = None if self._links.is_shim(link) else self._links.frame(link)
                if frame is not None:
                    yield frame
        except CorruptMemory:
            self.rest = 0

    def _is_new(self):
        if self.rest in self._visited or len(self._visited) >= MAX_FRAMES:
            self.rest = 0
        return self.rest


class Walk:
    """The Python frames of one PyThreadState, in groups, newest first."""

    def __init__(self, memory, layout, links):
        self._memory, self._layout, self._links = memory, layout, links

    def groups(self, thread_state):
        """Generates Groups; each one's frames must be used before the next is asked for."""
        try:
            yield from self._groups(thread_state, set())
        except CorruptMemory:
            return


class CFrames(Walk):
    """_PyCFrame structs, locals of the evaluator, chained on the C stack (3.11 and 3.12)."""

    def __init__(self, memory, layout, links):
        super().__init__(memory, layout, links)
        self._root = layout.offset("PyThreadState", "root_cframe")
        self._newest = layout.offset("PyThreadState", "cframe")
        self._current = layout.offset("_PyCFrame", "current_frame")
        self._previous = layout.offset("_PyCFrame", "previous")

    def _current_frame(self, cframe):
        return self._memory.u64(cframe + self._current)

    def _older(self, cframe):
        return self._memory.u64(cframe + self._previous)

    def _ends(self, thread_state):
        """(newest, root): the root lies in the PyThreadState and belongs to no evaluator."""
        return self._memory.u64(thread_state + self._newest), thread_state + self._root


class EntryWalk(CFrames):
    """CPython 3.11: one chain of frames; ``is_entry`` ends a group."""

    def _groups(self, thread_state, visited):
        cframe, root = self._ends(thread_state)
        frame = self._current_frame(cframe)
        if cframe != root and not self._links.is_frame(frame):  # its prologue still runs
            cframe = self._older(cframe)
            frame = self._current_frame(cframe)
        while frame:
            chain = Chain(self._links, frame, lambda link: link.is_entry, visited)
            yield Group(cframe if cframe != root else None, chain)
            frame = self._rest(chain)
            cframe = self._older(cframe) if cframe != root else root

    def _rest(self, chain):
        for _ in chain:
            pass
        return chain.rest


class NewestPerCFrameWalk(CFrames):
    """CPython 3.12: each _PyCFrame names its newest frame; a shim ends the group.

    Not by the frames' chain alone: a generator frame that is being left has no previous.
    """

    def _groups(self, thread_state, visited):
        cframe, root = self._ends(thread_state)
        seen = set()
        while cframe and cframe != root and cframe not in seen and len(seen) < MAX_FRAMES:
            seen.add(cframe)
            first = self._current_frame(cframe)
            yield Group(cframe, Chain(self._links, first, self._links.is_shim, visited))
            cframe = self._older(cframe)


class ShimWalk(Walk):
    """CPython 3.13 on: a shim, itself a local of the evaluator, ends each group."""

    def __init__(self, memory, layout, links):
        super().__init__(memory, layout, links)
        self._newest = layout.offset("PyThreadState", "current_frame")

    def _groups(self, thread_state, visited):
        frame = self._memory.u64(thread_state + self._newest)
        while frame:
            shim, older = self._links.shim_after(frame)
            yield Group(shim, Chain(self._links, frame, self._links.is_shim, visited))
            frame = older
