"""None, truth values and small numbers as VARIABLEs, by one read each: what long lists mostly hold."""

import struct

from .. import formats
from ..errors import CorruptMemory

_u64 = struct.Struct("<Q").unpack_from
_f64 = struct.Struct("<d").unpack_from


class Leaves:
    """Makes the rows that need no more than an object's first bytes."""

    def __init__(self, readers):
        layout = readers.layout
        self._readers, self._memory = readers, readers.memory
        self._type = layout.offset("PyObject", "ob_type")
        self._real = layout.offset("PyFloatObject", "ob_fval")
        self._size = self._real + 8 + 4  # an int's first digit is no further
        self._texts = {}
        self._by_name = {
            "int": self._integer,
            "bool": self._truth,
            "float": lambda head: repr(_f64(head, self._real)[0]),
            "NoneType": lambda head: "None",
        }

    def forget(self):
        self._texts.clear()

    def row(self, name, address, access):
        """The VARIABLE; None for what is no leaf, or cannot be read."""
        try:
            head = self._memory.read(address, self._size)
            kind = _u64(head, self._type)[0]
            found = self._texts.get(kind) or self._learn(kind)
        except CorruptMemory:
            return None
        text = found[1] and found[1](head)
        if text is None:
            return None
        return {"name": name, "value": text, "type": found[0], "object": hex(address), "access": access}

    def _learn(self, address):
        """(name, maker of the text from an object's first bytes, None for no leaf) of a type."""
        type_object = self._readers.types.at(address)
        make = None if type_object.is_heap else self._by_name.get(type_object.name)
        found = self._texts[address] = type_object.name, make
        return found

    def _integer(self, head):
        value = self._readers.ints.small(head)
        return None if value is None else formats.integer(value)

    def _truth(self, head):
        return "True" if self._readers.ints.small(head) else "False"
