"""Where CPython keeps what a variable of Python's has: the word of memory that is written when it is set to another object.

A place is known by an object and what leads on from there, and found anew at each look: lists and dicts move what they hold. CPython:
Objects/listobject.c, Objects/dictobject.c, Include/cpython/cellobject.h, Include/internal/pycore_frame.h.
"""

from collections import namedtuple

import gdb

from ..errors import CorruptMemory, UserError
from ..objects.memory_facts import IMMORTAL
from ..stack.frames import Trail

# The address of the ``word``, and of the one that changes where the place moves, or 0; ``is_new``: in a table that is still to be filled.
Found = namedtuple("Found", "word owner is_new")
DESTROYED = "the object that it is of is gone"
MAX_DEPTH = 10000  # frames among which one is looked for


class Gone(UserError):
    """There is no such place any more; ``is_change``: because the program took the value out of the list or dict that held it."""

    def __init__(self, reason, is_change=False):
        super().__init__(reason)
        self.is_change = is_change


class Place:
    """``name``: as the user knows it; ``object``: the address that it is found from, ``kind`` what is there: an object's type, a frame's
    code; ``process``: its number. Its attributes are plain, and stand in DAP's dataId."""

    TYPE = "unsigned long"  # of the word, for GDB

    def __init__(self, name, object, kind, process=None, **more):
        self.name, self.object, self.kind, self.process = name, object, kind, process
        vars(self).update(more)

    def find(self, python):
        """Where the value is now, as a Found. Raises Gone where it is nowhere any more."""
        raise NotImplementedError

    @classmethod
    def of_object(cls, python, name, object, **more):
        return cls(name, object, python.readers.types.of(object).address, **more)

    def require_object(self, python):
        """Raise Gone where the object has been destroyed."""
        readers = python.readers
        if not count_of(readers, self.object) or readers.types.of(self.object).address != self.kind:
            raise Gone(DESTROYED)

    def value(self, python, word):
        """(what the word has, what of that the user sees)"""
        address = python.readers.memory.u64(word)
        return address, python.readers.text(address) if address else None

    def described(self, before, after):
        """What has happened, from one text to the next; None: nothing is there."""
        return "%s: %s → %s" % (self.name, before or "not set", after or "deleted")

    def is_end(self, value):
        """Whether nothing can come behind that value."""
        return not value


class ListItem(Place):
    """The item ``index`` of a list."""

    def find(self, python):
        self.require_object(python)
        readers = python.readers
        if self.index >= readers.sequences.length(self.object):
            raise Gone("the list has become shorter", is_change=True)
        items = self.object + readers.layout.offset("PyListObject", "ob_item")
        return Found(readers.memory.u64(items) + 8 * self.index, items, False)


class DictEntry(Place):
    """The value in a dict of the key at the address ``key``."""

    def find(self, python):
        self.require_object(python)
        mapping = python.readers.kind_of(self.object).mapping(self.object)
        return self.found(python, python.readers.dicts.place(mapping, self.is_key), mapping)

    def is_key(self, address):
        return address == self.key

    def found(self, python, place, mapping):
        """Where it is; while its dict gets another table, where it will be."""
        before = vars(self).get("_place")
        if before is not None and mapping and self._is_another(python, mapping, before):
            raise Gone(DESTROYED)
        is_new = place is None and mapping and before is not None
        if is_new:
            place = python.readers.dicts.place_in_new_table(mapping, before)
        if place is None:
            raise Gone("it has been deleted", is_change=True)
        self._place = place
        return Found(place.word, place.owner, is_new)


    @staticmethod
    def _is_another(python, mapping, before):
        """Whether the dict at that address is one that CPython has just made in the memory of the watched one: it has a single reference."""
        return count_of(python.readers, mapping) == 1 and python.readers.dicts.is_freed(mapping, before)


class Attribute(DictEntry):
    """An attribute of an instance; ``key``: the address of its name."""

    def find(self, python):
        self.require_object(python)
        values, type_object = python.readers.values, python.readers.types.of(self.object)
        place = values.place(self.object, type_object, self.is_key)
        return self.found(python, place, values.dictionary(self.object, type_object))


class Member(Place):
    """A member at a fixed ``offset`` of an object: one of __slots__, or what a cell holds."""

    def find(self, python):
        self.require_object(python)
        return Found(self.object + self.offset, 0, False)


class Local(Place):
    """A variable of a function: a slot, of that ``index``, of a frame of the ``thread`` of GDB's number."""

    def find(self, python):
        thread = next((each for each in gdb.selected_inferior().threads() if each.global_num == self.thread), None)
        for state in python.thread_states_of(thread) if thread else ():
            frames = python.stacks.python_frames(Trail(state))
            for _, frame in zip(range(MAX_DEPTH), frames):
                if frame.address == self.object and frame.code.address == self.kind:
                    return Found(python.scopes.slot(self.object, self.index), 0, False)
        raise Gone("its function has returned")

    def value(self, python, word):
        address = python.scopes.target(python.readers.memory.u64(word))
        return address, python.readers.text(address) if address else None

    def is_end(self, value):
        return False


class ReferenceCount(Place):
    """The reference count of an object: the word ``ob_refcnt`` of its header."""

    TYPE = "unsigned int"

    def find(self, python):
        return Found(self.object + python.readers.layout.offset("PyObject", "ob_refcnt"), 0, False)

    def value(self, python, word):
        count = count_of(python.readers, self.object)
        return count, str(count)

    def described(self, before, after):
        what = "incremented" if int(after) > int(before) else "decremented"
        end = ", so that the object is destroyed" if after == "0" else ""
        return "%s: %s → %s (%s%s)" % (self.name, before, after, what, end)


def count_of(readers, address):
    """The lower half of an object's reference count, in which it is counted by every version."""
    return readers.memory.u32(address + readers.layout.offset("PyObject", "ob_refcnt", "ob_ref_local"))


def reference_count(python, address):
    """The ReferenceCount of an object. Raises UserError where it does not tell how many references there are."""
    if python.readers.layout.has("PyObject", "ob_ref_local"):
        raise UserError("A free-threaded CPython counts the references of each thread apart, so that no one count can be watched.")
    try:
        text = python.readers.text(address)
    except CorruptMemory:
        text = hex(address)
    has_immortals = any(python.readers.layout.has("PyObject", "ob_refcnt_" + kind) for kind in ("split", "full"))
    if has_immortals and count_of(python.readers, address) & IMMORTAL:
        raise UserError("%s is immortal: CPython does not count its references." % text)
    return ReferenceCount.of_object(python, "references to %s" % text, address)


SORTS = {each.__name__: each for each in (ListItem, DictEntry, Attribute, Member, Local, ReferenceCount)}
