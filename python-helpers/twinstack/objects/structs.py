"""A C struct as VARIABLEs by the layout table alone, where there is no debug information."""

from .. import formats
from ..errors import CorruptMemory
from ..later import re
from . import variables

REAL = "double"
INTEGER = re.compile(
    r"(unsigned |signed )?(char|short|int|long|_Bool|bool|Py_ssize_t|Py_hash_t|size_t|u?int\d+_t)\b"
)
# PyDictKeysObject is no object in spite of its name (CPython: Include/internal/pycore_dict.h).
OBJECT_POINTER = re.compile(r"(struct _(object|typeobject|frame)|Py(?!DictKeys)\w*Object) \*$")
MAX_TEXT = 200


class Struct:
    """One struct of the table at an address."""

    def __init__(self, readers, name, address):
        self._readers, self._memory = readers, readers.memory
        self._name, self._address = name, address

    def variables(self):
        """Its members, in order; one that cannot be read is an error value."""
        fields = self._readers.layout.fields(self._name).items()
        return [self._variable(name, *where) for name, where in fields]

    def _variable(self, name, offset, size, c_type, *bits):
        at = self._address + offset
        found = {"name": name, "type": c_type, "memory": hex(at)}
        try:
            found.update(self._value(at, size, c_type, bits))
        except CorruptMemory as error:
            found["value"] = "<error: %s>" % error
        return found

    def _value(self, at, size, c_type, bits):
        if bits:
            shift, width = bits
            return {"value": formats.integer(self._memory.u32(at) >> shift & (1 << width) - 1)}
        if c_type.endswith("*"):
            return self._pointer(self._memory.u64(at), c_type)
        if c_type == REAL:
            return {"value": repr(self._memory.f64(at))}
        if size not in (1, 2, 4, 8) or "[" in c_type or "{" in c_type:
            return {"value": "{...}"}
        return {"value": self._integer(at, size, c_type)}

    def _integer(self, at, size, c_type):
        """Decimal; in hexadecimal what is no integer type, such as a pointer to a function."""
        signed = not c_type.startswith(("unsigned", "uint", "size_t"))
        value = int.from_bytes(self._memory.read(at, size), "little", signed=signed)
        return formats.integer(value) if INTEGER.match(c_type) else hex(value)

    def _pointer(self, address, c_type):
        if not address:
            return {"value": "NULL"}
        if OBJECT_POINTER.match(c_type):
            found = variables.describe(self._readers, address)
            return dict(found, type=pointer_type(c_type, found))
        if c_type in ("char *", "const char *"):
            text = self._memory.text(address, MAX_TEXT)
            return {"value": '0x%x "%s"' % (address, text), "memory": hex(address)}
        return {"value": hex(address), "memory": hex(address)}


def pointer_type(c_type, described):
    """The type of a C pointer to an object: "PyObject * (list)"; without Python's where the
    object cannot be read."""
    return "%s (%s)" % (c_type, described["type"]) if described["type"] else c_type
