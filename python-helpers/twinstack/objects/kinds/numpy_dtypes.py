"""NumPy's dtypes, by its public ABI (numpy/ndarraytypes.h), of 1.x and 2.x."""

from ...errors import CorruptMemory
from .base import Kind, Value
from .numpy_elements import Objects, Plain, Record, quoted
from .numpy_times import GENERIC, Times

MAX_FIELDS = 200
C_METADATA = {"numpy1_descr": 24, "numpy2_descr": 8}  # bytes behind names
UNIT = 32  # in c_metadata, behind its NpyAuxData: a PyArray_DatetimeMetaData


class DtypeKind(Kind):
    STRUCT = "numpy1_descr"

    def text(self, address, type_object, writer):
        return "dtype(%s)" % quoted(self.element(address))

    def struct(self, address):
        """NumPy 1 has two ints, the alignment never 0, where 2 has flags of which few are used."""
        alignment = self.readers.layout.offset("numpy1_descr", "alignment")
        return "numpy1_descr" if self.memory.u32(address + alignment) else "numpy2_descr"

    def members(self, address, type_object):
        size = self._size(address, self.struct(address))
        return [
            ("kind", Value(repr(chr(self._byte(address, "kind"))), "str")),
            ("itemsize", Value(str(size), "int")),
            ("names", self._pointer(address, "names")),
            ("fields", self._pointer(address, "fields")),
        ]

    def element(self, address, show=None):
        """How elements of this dtype are read; ``show`` gives the text of an object."""
        show = show or self.readers.label
        size, kind = self._size(address, self.struct(address)), chr(self._byte(address, "kind"))
        names = self._pointer(address, "names")
        if kind == "V" and names and self.readers.types.of(names).builtin == "tuple":
            return Record(list(self._fields(address, names, show)), size)
        if kind == "O":
            return Objects(self.memory, show)
        order = ">" if chr(self._byte(address, "byteorder")) == ">" else "<"
        if kind in "Mm":
            return Times(self.memory, kind, order, *self._unit(address))
        return Plain(self.memory, kind, size, order)

    def _fields(self, address, names, show):
        """``fields`` is a dict {name: (dtype, offset)}."""
        items, fields = self.readers.sequences.tuple_items, self._pointer(address, "fields")
        for name in items(names, 0, MAX_FIELDS):
            text = self.readers.strings.text(name, 200)
            found = self.readers.dicts.find(fields, text)
            dtype, offset = items(found, 0, 2)
            yield text, self.readers.ints.value(offset), self.element(dtype, show)

    def _unit(self, address):
        """(NPY_DATETIMEUNIT, how many of it one counts) of a dtype of times."""
        struct = self.struct(address)
        names = self.readers.layout.offset(struct, "names")
        at = self.memory.u64(address + names + C_METADATA[struct]) + UNIT
        unit, many = self.memory.i32(at), self.memory.i32(at + 4)
        if not 0 <= unit <= GENERIC:
            raise CorruptMemory(at, "no unit of time")
        return unit, many

    def _size(self, address, struct):
        """An int in NumPy 1, a word in 2."""
        offset, size = self.readers.layout.member(struct, "elsize")[:2]
        return int.from_bytes(self.memory.read(address + offset, size), "little", signed=True)

    def _byte(self, address, name):
        return self.memory.u8(address + self.readers.layout.offset(self.STRUCT, name))

    def _pointer(self, address, name):
        """Address of an object; 0 for None."""
        found = self.memory.u64(address + self.readers.layout.offset(self.struct(address), name))
        return found if found and self.readers.types.of(found).name != "NoneType" else 0


KINDS = {"numpy.dtype": DtypeKind}
