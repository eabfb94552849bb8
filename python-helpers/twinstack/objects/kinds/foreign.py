"""ctypes: C values in Python's hands (CPython: Modules/_ctypes/ctypes.h)."""

from .base import Kind
from .foreign_types import CTYPES, Array, FieldKind, Simple, ctype


class DataKind(Kind):
    """An instance: ``b_ptr`` leads to its bytes."""

    STRUCT = "CDataObject"

    def text(self, address, type_object, writer):
        """Simple values as ctypes writes them; of the others it tells the class alone."""
        found = ctype(self.readers, type_object.address)
        if isinstance(found, Simple) and self._is_simple(type_object):
            return "%s(%s)" % (type_object.name, found.text(self._data(address)))
        return "<%s object at 0x%x>" % (self.readers.names.full(type_object), address)

    def members(self, address, type_object):
        found, data = ctype(self.readers, type_object.address), self._data(address)
        if isinstance(found, Simple):
            return [("value", found.content(data))]
        rows = found.rows(data)
        is_named = rows and rows.sort == "named"
        return [row[:2] for row in rows.page(0, rows.count)] if is_named else []

    def length(self, address):
        found = self._array(address)
        return found.length if found else 0

    def items(self, address, start, count):
        found = self._array(address)
        return found.view(self._data(address)).items(start, count) if found else []

    def elements(self, address):
        found = self._array(address)
        return found and found.length

    def _array(self, address):
        found = ctype(self.readers, self.readers.types.of(address).address)
        return found if isinstance(found, Array) else None

    def _is_simple(self, type_object):
        """A class derived from c_int and the like is written as any object."""
        order = self.readers.types.mro(type_object)
        return len(order) > 1 and order[1].name == "_ctypes._SimpleCData"

    def _data(self, address):
        return self.word(address, "b_ptr")


KINDS = {name: DataKind for name in CTYPES}
KINDS.update({name + ".CField": FieldKind for name in ("_ctypes", "ctypes")})  # until 3.13, since
