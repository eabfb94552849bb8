"""The references that one object holds: by which key, index or attribute it leads to another.

They are looked for in the object's memory and in what belongs to it alone: the items of a list, the
table of a dict or set, the attributes of an instance, the variables of a suspended generator.
"""

import struct

from .errors import CorruptMemory

WORD = 8
GENERATORS = ("generator", "coroutine", "async_generator")
MAX_SIZE = 1 << 22  # bytes of an object's own memory that are looked at


class Holdings:
    """Finds references to the object at ``target`` in other objects of one Runtime."""

    def __init__(self, runtime, target):
        self._readers, self._memory = runtime.readers, runtime.readers.memory
        self._layout, self._target = runtime.layout, target
        self._word = struct.pack("<Q", target)
        self._header = self._layout.size("PyObject")
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
        type_object = self._readers.types.of(address)
        found = self._in_attributes(address, type_object)
        look = self._by_kind.get(type_object.builtin)
        if look is not None:
            found += look(address)
        return found or self._in_struct(address, type_object)

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
        return "." + self._readers.attribute_name(key)

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
        """"[i]" of the first few places in an array of references."""
        data = self._memory.read(items, WORD * length) if length else b""
        return ["[%d]" % (at // WORD) for at in self._places(data)]

    def _places(self, data):
        """Offsets of the target in some words."""
        at = data.find(self._word)
        while at >= 0:
            if at % WORD == 0:
                yield at
            at = data.find(self._word, at + 1)

    def _in_dict(self, address):
        found = []
        for key, value in self._readers.dicts.iterate(address):
            if value == self._target:
                found.append("[%s]" % self._readers.label(key))
            if key == self._target:
                found.append("key %s" % self._readers.label(key))
        return found

    def _in_set(self, address):
        members = self._readers.sets.items(address, 0, self._readers.sets.length(address))
        return ["member"] * (self._target in members)

    def _in_deque(self, address):
        kind = self._readers.kind("collections.deque")
        items = kind.items(address, 0, kind.length(address))
        return [item.label for item in items if item.address == self._target]

    def _in_generator(self, address):
        frames = self._readers.frames
        if not frames.generator_state(address).startswith("FRAME_SUSPENDED"):
            return []
        found = frames.locals(frames.of_generator(address))
        return ["local variable %s" % name for name, value in found if value == self._target]

    def _in_struct(self, address, type_object):
        """By the names of the members, else by the place in the struct."""
        size = min(MAX_SIZE, type_object.basicsize) - self._header
        start = address + self._header
        places = list(self._places(self._memory.read(start, size))) if size > 0 else []
        if not places:
            return []
        return self._named(address, type_object) or [
            "field at byte %d of its C struct" % (self._header + at) for at in places
        ]

    def _named(self, address, type_object):
        members = self._readers.kind(type_object.builtin).members(address, type_object)
        slots = self._readers.slots.items(address, type_object)
        return ["." + name for name, value in list(members) + list(slots) if value == self._target]


def in_frame(scopes, frame, target):
    """The names of the local variables of a frames.PythonFrame that refer to the target."""
    try:
        return [name for name, value in scopes.locals(frame) if value == target]
    except CorruptMemory:
        return []
