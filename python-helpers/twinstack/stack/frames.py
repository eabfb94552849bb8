"""Python frames and the links between them. CPython 3.11 on: pycore_frame.h."""

import struct

from ..errors import CorruptMemory
from . import stackrefs

MAX_FRAMES = 200000
_u64 = struct.Struct("<Q").unpack_from


class PythonFrame:
    """A frame that runs: ``address`` of its ``STRUCT``, ``code`` object, byte offset of the current
    instruction in the code."""

    __slots__ = ("address", "code", "offset")
    STRUCT = "_PyInterpreterFrame"

    def __init__(self, address, code, offset):
        self.address, self.code, self.offset = address, code, offset

    @property
    def position(self):
        return self.code.position(self.offset)

    @property
    def line(self):
        """The line at which it stands; that at which its code begins when the instruction has none."""
        return self.position.line or self.code.first_line


class Link:
    """One _PyInterpreterFrame as it lies in memory, whatever its state. ``is_shim``: it only marks
    the border between C and Python."""

    __slots__ = ("address", "code", "instruction", "previous", "owner", "is_shim", "is_entry")


class ThreadLocalBytecode:
    """Free-threaded CPython 3.14 on: each thread runs a copy of its own, co_tlbc->entries[index of
    the frame]; the first one is that behind the code object (Python/ceval.c, pycore_code.h)."""

    def __init__(self, memory, layout):
        self._memory = memory
        self._index = layout.offset("_PyInterpreterFrame", "tlbc_index")
        self._copies = layout.offset("PyCodeObject", "co_tlbc")
        self._entries = layout.offset("_PyCodeArray", "entries")

    def start(self, frame, code):
        index = self._memory.i32(frame + self._index)
        copies = self._memory.u64(code.address + self._copies)
        found = self._memory.u64(copies + self._entries + 8 * index) if index and copies else 0
        return found or code.start


def unpacked(*fields):
    """A function from the bytes of a struct to its fields, given as (offset, code of the struct
    module) by rising offset, as they lie in every version; CorruptMemory where they do not."""
    text, end = "<", 0
    for offset, code in fields:
        if offset < end:
            raise CorruptMemory(offset, "members of a frame that overlap")
        text += "%dx%s" % (offset - end, code)
        end = offset + struct.calcsize(code)
    return struct.Struct(text).unpack_from


class Links:
    """Reads _PyInterpreterFrame structs by one version's layout."""

    def __init__(self, memory, layout, codes):
        self._memory, self._codes = memory, codes
        struct_name = "_PyInterpreterFrame"
        self._size = layout.size(struct_name)
        self._previous = layout.offset(struct_name, "previous")
        self._owner = layout.offset(struct_name, "owner")
        self._fields = unpacked(
            (layout.offset(struct_name, "f_executable", "f_code"), "Q"),
            (self._previous, "Q"),
            (layout.offset(struct_name, "instr_ptr", "prev_instr"), "Q"),
            (self._owner, "B"),
        )
        marks_entry = layout.has(struct_name, "is_entry")
        self._entry = layout.offset(struct_name, "is_entry") if marks_entry else None
        local = layout.has(struct_name, "tlbc_index")
        self._copies = ThreadLocalBytecode(memory, layout) if local else None
        self._target = stackrefs.of(layout).target
        self._generator = layout.constant("FRAME_OWNED_BY_GENERATOR")
        names = ("FRAME_OWNED_BY_CSTACK", "FRAME_OWNED_BY_INTERPRETER")
        self._shim_owners = [layout.constants[n] for n in names if n in layout.constants]

    def at(self, address):
        data, link = self._memory.read(address, self._size), Link()
        link.address = address
        code, link.previous, link.instruction, owner = self._fields(data)
        link.code = self._target(code)
        link.owner = owner
        link.is_shim = owner in self._shim_owners
        link.is_entry = self._entry is not None and bool(data[self._entry])
        return link

    def shim_after(self, address):
        """(address of the next shim in the chain, of the frame after it); (None, 0) without one.

        Only follows pointers: ten thousand frames may lie before it. Where they cannot be read
        there is none.
        """
        try:
            for _ in range(MAX_FRAMES):
                if not address:
                    break
                data = self._memory.read(address, self._size)
                previous = _u64(data, self._previous)[0]
                if data[self._owner] in self._shim_owners:
                    return address, previous
                address = previous
        except CorruptMemory:  # the Chain that comes there tells
            pass
        return None, 0

    def frame(self, link):
        """The PythonFrame; None when it has not started (its prologue still runs)."""
        code = self._codes.at(link.code)
        start = self._copies.start(link.address, code) if self._copies else code.start
        offset = link.instruction - start
        if link.owner != self._generator and offset < code.ready_after:
            return None
        return PythonFrame(link.address, code, offset)

    def is_frame(self, address):
        """Whether what lies at ``address`` may be a _PyInterpreterFrame: its code is a code object."""
        try:
            link = self.at(address)
            return link.is_shim or self._codes.is_code(link.code)
        except CorruptMemory:
            return False


class Trail:
    """One walk through the frames of the PyThreadState at ``state``: which were ``visited``
    (against cycles), and the CorruptMemory at which it was ``cut``, None while it was not.
    ``is_alone``: no other thread state is of the same OS thread."""

    def __init__(self, state, is_alone=True):
        self.state, self.visited, self.cut = state, set(), None
        self.is_alone = is_alone

    def visit(self, address):
        """The walk comes to the frame at ``address``. Raises CorruptMemory when that cannot be."""
        visited = self.visited
        if address in visited:
            raise CorruptMemory(address, "the frame is its own caller")
        if len(visited) >= MAX_FRAMES:
            raise CorruptMemory(address, "there are more than %d frames" % MAX_FRAMES)
        visited.add(address)


class Chain:
    """Iterates the PythonFrames from one link until ``last`` says that the group ends.

    Afterwards ``rest`` is the address of the next link, 0 at the end. The chains of one walk
    share its Trail.
    """

    def __init__(self, links, address, last, trail):
        self._links, self._last, self._trail = links, last, trail
        self.rest = address
        self._ended = False

    def __iter__(self):
        links, visit = self._links, self._trail.visit
        try:
            while self.rest and not self._ended:
                visit(self.rest)
                link = links.at(self.rest)
                self.rest = link.previous
                self._ended = self._last(link)
                frame = None if link.is_shim else links.frame(link)
                if frame is not None:
                    yield frame
        except CorruptMemory as error:
            self._trail.cut, self.rest = error, 0
