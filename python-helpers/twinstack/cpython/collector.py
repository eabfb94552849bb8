"""What CPython's garbage collector tracks: one list for each generation (Python/gc.c, gcmodule.c).

A PyGC_Head lies before each object that may be tracked; its links carry flags in their two lowest
bits. Free-threaded builds have no lists: an object's own bit says that it is tracked.
"""

from ..errors import CorruptMemory, UserError
from .moved import nearest

HAVE_GC = 1 << 14  # Py_TPFLAGS_HAVE_GC
LINK = ~3
TRACKED_BIT = 1  # _PyGC_BITS_TRACKED
GENERATIONS = (  # member of the collector's state: names of the lists in it
    ("gc.generations", ("generation 0", "generation 1", "generation 2")),
    ("gc.young", ("the young generation",)),
    ("gc.old", ("the old generation", "the old generation")),
)
PERMANENT = "gc.permanent_generation"  # gc.freeze()
COLLECTING = "gc.collecting"
MAX_LOOKED_AT = 100000  # objects, to find out that one is in none of the smaller lists


class Collector:
    """The garbage collector's lists of objects in one Runtime, of every interpreter and generation."""

    def __init__(self, runtime):
        self._runtime, self._memory = runtime, runtime.readers.memory
        self._layout = layout = runtime.layout
        self._header = layout.size("PyGC_Head")
        self._next = layout.offset("PyGC_Head", "_gc_next")
        self._previous = layout.offset("PyGC_Head", "_gc_prev")
        self._has_lists = not layout.has("PyObject", "ob_gc_bits")
        in_runtime = layout.has("_PyRuntimeState", PERMANENT)  # CPython 3.8
        self._state = "_PyRuntimeState" if in_runtime else "PyInterpreterState"

    def is_at_work(self):
        """Whether a collection is under way, in any interpreter."""
        if not self._layout.has(self._state, COLLECTING):
            return False
        offset = self._layout.offset(self._state, COLLECTING)
        return any(self._memory.i32(owner + offset + self._moved(owner)) == 1 for owner in self._owners())

    def _moved(self, owner):
        """How far a patch release has moved what lies behind the lists."""
        if not self._has_lists:
            return 0
        return self._first(owner, PERMANENT, 1) - owner - self._layout.offset(self._state, PERMANENT)

    def _owners(self):
        return [self._runtime.address] if self._state == "_PyRuntimeState" else self._runtime.interpreters()

    def header_size(self, address):
        """Bytes before an object that belong to the collector."""
        return self._header if self._has_lists and self._has_header(address) else 0

    def may_track(self, type_object):
        return bool(type_object.flags & HAVE_GC)

    def is_tracked(self, address):
        """Whether the collector tracks an object whose type it may track. A class is tracked when it was made at run time."""
        if not self._has_lists:
            bits = address + self._layout.offset("PyObject", "ob_gc_bits")
            return bool(self._memory.u8(bits) & TRACKED_BIT)
        if not self._has_header(address):
            return False
        return self._memory.u64(address - self._header + self._next) & LINK != 0

    def _has_header(self, address):
        """A class has none unless it was made at run time (type_is_gc, Objects/typeobject.c)."""
        types = self._runtime.readers.types
        type_object = types.of(address)
        is_static = type_object.builtin == "type" and not types.at(address).is_heap
        return self.may_track(type_object) and not is_static

    def generation(self, address):
        """The name of the list that a tracked object is in; None where that is not known."""
        if not self._has_lists:
            return None
        try:
            return self._generation(address)
        except CorruptMemory:
            return None

    def _generation(self, address):
        """The name of the list that a tracked object is in: the oldest, when it is in none of the younger ones; None when these are too long to be searched."""
        lists = self._lists()
        oldest, left = lists[-1][0], MAX_LOOKED_AT
        for name, head in lists + [("the permanent generation", h) for h in self._heads(PERMANENT, 1)]:
            for each in self.objects(head) if name != oldest else ():
                if each == address:
                    return name
                left -= 1
                if not left:
                    return None
        return oldest

    def lists(self):
        """The addresses of all objects that are tracked: an iterator for each list, the newest
        generations first, each as ``objects`` makes it.

        Raises UserError where there are no lists of them.
        """
        if not self._has_lists:
            raise UserError(
                "A free-threaded CPython keeps no lists of the objects that its collector tracks, "
                "so that they cannot be searched."
            )
        heads = [head for _, head in self._lists()] + self._heads(PERMANENT, 1)
        return [self.objects(head) for head in heads]

    def objects(self, head):
        """The addresses of the objects in one list. Raises CorruptMemory where it is damaged, or
        where no head is: a patch release may have moved it. Not by the links back from the objects,
        which hold counts while the collector works."""
        if not self._is_head(head):
            raise CorruptMemory(head, "no list of the collector")
        gc = self._memory.u64(head + self._next) & LINK
        while gc != head:
            following = self._memory.u64(gc + self._next) & LINK
            yield gc + self._header
            gc = following

    def _is_head(self, head):
        try:
            last = self._memory.u64(head + self._previous) & LINK
            return self._memory.u64(last + self._next) & LINK == head
        except CorruptMemory:
            return False

    def _lists(self):
        """(name, address of the head), younger before older."""
        return [
            (name, head)
            for member, names in GENERATIONS
            if self._layout.has(self._state, member)
            for index, name in enumerate(names)
            for head in self._heads(member, len(names), index)
        ]

    def _heads(self, member, count, index=0):
        """The addresses of the heads of one list, that of each interpreter: the one with that ``index`` of ``count`` in a member."""
        if not self._layout.has(self._state, member):
            return []
        return [self._first(owner, member, count) + index * self._size(member, count) for owner in self._owners()]

    def _size(self, member, count):
        return self._layout.member(self._state, member)[1] // count

    def _first(self, owner, member, count):
        """Address of the head of the first of some lists: PyGC_Head is aligned by 8 in CPython 3.13.0,
        by 4 in 3.13.5 (pycore_gc.h)."""
        size = self._size(member, count)

        def are_heads(address):
            return all(self._is_head(address + index * size) for index in range(count))

        return nearest(owner + self._layout.offset(self._state, member), are_heads)
