"""The references that one object holds: by which key, index or attribute it leads to another.

They are looked for in the object's memory and in what belongs to it alone: the items of a list, the
table of a dict or set, the attributes of an instance, the variables of a suspended generator.
"""

import struct

from ..errors import CorruptMemory
from .sequences import Deques
from .typeobjects import GENERATORS

WORD = 8
CHUNK = 1 << 20  # bytes of words that are read at once
MAX_SIZE = 1 << 30  # bytes of words that are looked at in one object


class Holdings:
    """Finds references to the object at ``target`` in other objects of one Runtime.

    ``complete``: has all been read of everything that was asked for.
    """

    def __init__(self, runtime, target):
        self._readers, self._memory = runtime.readers, runtime.readers.memory
        self._layout, self._scopes, self._target = runtime.layout, runtime.scopes, target
        self._word = struct.pack("<Q", target)
        self._header = self._layout.size("PyObject")
        self._deques = Deques(self._memory, self._layout)
        self.complete = True
        self._by_kind = {
            "list": self._in_list,
            "tuple": self._in_tuple,
            "dict": self._in_dict,
            "set": self._in_set,
            "frozenset": self._in_set,
            "collections.deque": self._in_deque,
            "type": self._in_class,
        }
        self._by_kind.update(dict.fromkeys(GENERATORS, self._in_generator))

    def of(self, address):
        """How the object refers to the target: texts such as "[3]", "['key']", ".name"."""
        return self._readable(self._in_object(address))

    def in_frame(self, frame):
        """The names of the local variables of a frames.PythonFrame that refer to the target."""
        return self._readable(self._in_locals(frame))

    def _readable(self, found):
        """Generates what is found, up to memory that cannot be read."""
        try:
            yield from found
        except CorruptMemory:
            self.complete = False

    def _in_object(self, address):
        type_object = self._readers.types.of(address)
        found = False
        for how in self._in_contents(address, type_object):
            found = True
            yield how
        if not found:
            yield from self._in_struct(address, type_object)

    def _in_contents(self, address, type_object):
        yield from self._in_attributes(address, type_object)
        look = self._by_kind.get(type_object.builtin)
        if look is not None:
            yield from look(address)

    def _in_locals(self, frame):
        for name, value in self._scopes.every(frame):
            if value == self._target:
                yield name
            elif isinstance(value, CorruptMemory):
                self.complete = False

    def namespace(self, address):
        """Address of the dict that is the object's own, and told as its attributes; or 0."""
        type_object = self._readers.types.of(address)
        if type_object.builtin == "type":
            return self._readers.types.namespace(self._readers.types.at(address))
        return self._readers.values.dictionary(address, type_object)

    def _in_attributes(self, address, type_object):
        if type_object.builtin == "type":
            return []
        items = self._readers.values.items(address, type_object, 0, 1 << 24)
        return [self._attribute(key) for key, value in items if value == self._target]

    def _attribute(self, key):
        return "." + self._readers.attributes.name(key)

    def _in_class(self, address):
        mapping = self._readers.types.namespace(self._readers.types.at(address))
        items = self._readers.dicts.iterate(mapping) if mapping else ()
        return [self._attribute(key) for key, value in items if value == self._target]

    def _in_list(self, address):
        items = self._memory.u64(address + self._layout.offset("PyListObject", "ob_item"))
        return self._indexes(items, self._readers.sequences.length(address))

    def _in_tuple(self, address):
        items = address + self._layout.offset("PyTupleObject", "ob_item")
        return self._indexes(items, self._readers.sequences.length(address))

    def _indexes(self, items, length):
        """"[i]" of the places in an array of references."""
        return ("[%d]" % (at // WORD) for at in self._places(items, WORD * length))

    def _places(self, start, size):
        """Offsets of the target in the words from ``start``."""
        if size > MAX_SIZE:
            raise CorruptMemory(start, "too much to look at")
        for first in range(0, size, CHUNK):
            data = self._memory.read(start + first, min(CHUNK, size - first))
            at = data.find(self._word)
            while at >= 0:
                if at % WORD == 0:
                    yield first + at
                at = data.find(self._word, at + 1)

    def _in_dict(self, address):
        count = 0
        for count, (key, value) in enumerate(self._readers.dicts.iterate(address), 1):
            if value == self._target:
                yield "[%s]" % self._readers.label(key)
            if key == self._target:
                yield "key %s" % self._readers.label(key)
        self._check(address, count, self._readers.dicts.length(address))

    def _in_set(self, address):
        length = self._readers.sets.length(address)
        members = self._readers.sets.items(address, 0, length)
        if self._target in members:
            yield "member"
        self._check(address, len(members), length)

    def _check(self, address, count, length):
        if count < length:
            raise CorruptMemory(address, "%d items cannot be read" % (length - count))

    def _in_deque(self, address):
        items = self._deques.iterate(address, 0, self._deques.length(address))
        return ("[%d]" % index for index, item in enumerate(items) if item == self._target)

    def _in_generator(self, address):
        frames = self._readers.frames
        if not frames.generator_state(address).startswith("FRAME_SUSPENDED"):
            return []
        return ("local variable " + name for name in self._in_locals(frames.of_generator(address)))

    def _in_struct(self, address, type_object):
        """How a C struct refers to the target: by the names of its members or slots, else by the place in the struct."""
        size = type_object.basicsize - self._header
        places = list(self._places(address + self._header, size))
        if not places:
            return []
        return self._named(address, type_object) or [
            "field at byte %d of its C struct" % (self._header + at) for at in places
        ]

    def _named(self, address, type_object):
        members = self._readers.members(address, type_object)
        slots = self._readers.slots.items(address, type_object)
        return ["." + name for name, value in members + slots if value == self._target]
