"""Typed memoryviews of Cython's (``double[:, :] table``): in C a __Pyx_memviewslice, whose elements lie anywhere (Cython's MemoryView_C.c).

It has ``data`` and, for each dimension, ``shape``, ``strides`` in bytes and ``suboffsets``: negative where the elements lie in the rows
themselves, 0 behind the last dimension. What an element is, ``typeinfo`` of the object tells from which the slice was taken.
"""

import gdb

from .members import anew, read

SLICE = "__Pyx_memviewslice"
MAX_DIMENSIONS = 8
TYPES = {  # (typegroup, bytes) of a __Pyx_TypeInfo
    "H1": "char", "I1": "signed char", "I2": "short", "I4": "int", "I8": "long",
    "U1": "unsigned char", "U2": "unsigned short", "U4": "unsigned int", "U8": "unsigned long",
    "R4": "float", "R8": "double", "R16": "long double",
}


def elements_of(value):
    """The Elements of a slice; None where the value is something else, or a slice of nothing."""
    kind = value.type.strip_typedefs()
    if kind.code != gdb.TYPE_CODE_STRUCT or value.type.name != SLICE and kind.name != SLICE:
        return None
    try:
        element = _element_type(value["memview"])
        return element and Elements(value, *element)
    except (gdb.error, RuntimeError):  # not assigned yet, or damaged
        return None


def _element_type(view):
    """(the gdb.Type of the elements, how Cython calls it); None where nothing tells."""
    told = view["typeinfo"].dereference()
    group, size = chr(int(told["typegroup"]) & 0xFF), int(told["size"])
    if group == "O":
        return view["obj"].type, "object"
    known = TYPES.get("%s%d" % (group, size))
    return known and (gdb.lookup_type(known), told["name"].string())


class Elements:
    """The rows of a slice, read where they lie; a container as members has them. ``text``: what is said of the whole."""

    sort = "indexed"
    hint = "array"

    def __init__(self, value, element, name):
        """Raises gdb.error where the slice has no dimensions that can be."""
        self.value, self._pointer = value, element.pointer()
        shape = self._shape()
        if not shape or min(shape) < 0:
            raise gdb.error("This is no slice.")
        self.count, self.dimensions = shape[0], len(shape)
        self.text = "%s[%s] of length %d" % (name, ", ".join(":" * len(shape)), self.count)
        if self.dimensions > 1:
            self.text += ", shape (%s)" % ", ".join(map(str, shape))

    def position_of(self, index):
        return index

    def first(self):
        """Generates its elements for as long as is asked, from the first on."""
        return (self.page(index, 1)[0] for index in range(self.count))

    def page(self, start, count):
        value = anew(self.value)
        return [self._row(value, index) for index in range(start, min(start + count, self.count))]

    def _shape(self):
        used = next((at for at in range(MAX_DIMENSIONS) if int(self.value["suboffsets"][at]) >= 0), MAX_DIMENSIONS)
        return [int(self.value["shape"][at]) for at in range(used)]

    def _row(self, value, index):
        make = self._element if self.dimensions == 1 else inner
        return read("[%d]" % index, lambda: make(value, index))

    def _element(self, value, index):
        return _address(value, index).cast(self._pointer).dereference()


def _address(value, index):
    return value["data"] + index * int(value["strides"][0])


def inner(value, index):
    """The slice that the row ``index`` of another one is: made here, in no memory of the program's."""
    words = [int(_address(value, index))]
    for name in ("shape", "strides", "suboffsets"):
        words += [int(value[name][at]) for at in range(1, MAX_DIMENSIONS)] + [0]
    data = b"".join(word.to_bytes(8, "little", signed=word < 0) for word in [int(value["memview"])] + words)
    return gdb.Value(data, value.type.unqualified())
