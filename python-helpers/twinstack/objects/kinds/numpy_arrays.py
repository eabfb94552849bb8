"""NumPy's arrays, by its public ABI (numpy/ndarraytypes.h), of 1.x and 2.x.

They are shown by shape, dtype and first elements: their repr() is code of NumPy's in Python.
"""

import struct

from .base import Sliced, Value
from .elements import View

MAX_DIMENSIONS = 64


class MaskedView(View):
    """A View whose masked elements are "--": ``mask`` is a View of as many truth values."""

    def __init__(self, view, mask):
        super().__init__(view.data, view.element, view.shape, view.strides)
        self._mask = mask

    def _text(self, left):
        is_masked = not self.shape and self._mask.element.text(self._mask.data) == "True"
        return "--" if is_masked else super()._text(left)

    def _inner(self, index):
        return MaskedView(super()._inner(index), self._mask._inner(index))

    def part(self, first, last):
        return MaskedView(super().part(first, last), self._mask.part(first, last))


class ArrayKind(Sliced):
    STRUCT = "PyArrayObject_fields"
    WHOLE = "[()]"  # reaches the only element of an array without dimensions

    def text(self, address, type_object, writer):
        return self._shown(type_object, self._masked(address, type_object, writer.show))

    def part_text(self, address, type_object, first, last, writer):
        return self._shown(type_object, self._masked(address, type_object, writer.show).part(first, last))

    def _shown(self, type_object, view):
        shown = view.text() if view.length or not view.shape else "[]"
        return "<%s shape=%s dtype=%s: %s>" % (
            self.readers.names.full(type_object), view.shape, view.element.name, shown,
        )

    def members(self, address, type_object):
        view = self._view(address)
        found = [
            ("shape", Value(str(view.shape), "tuple")),
            ("strides", Value(str(view.strides), "tuple")),
            ("dtype", self.word(address, "descr")),
            ("base", self.word(address, "base")),
            ("data", Value("0x%x" % view.data, "char *")),
        ]
        return found if view.shape else [(self.WHOLE, view.element.content(view.data))] + found

    def access(self, name, value):
        return name if name == self.WHOLE else super().access(name, value)

    def length(self, address):
        return self._view(address).length

    def items(self, address, start, count):
        return self._view(address).items(start, count)

    def elements(self, address):
        view = self._view(address)
        return view.length if view.shape else None

    def dimensions(self, address):
        return len(self._view(address).shape)

    def _masked(self, address, type_object, show):
        """The view of an array, with the mask that a numpy.ma.MaskedArray has."""
        view = self._view(address, show)
        mask = type_object.is_heap and self.readers.attributes.find(address, "_mask")
        if not mask or self.readers.types.of(mask).builtin != "numpy.ndarray":
            return view
        mask = self._view(mask)
        return MaskedView(view, mask) if mask.shape == view.shape else view

    def _view(self, address, show=None):
        count = max(0, min(MAX_DIMENSIONS, self.integer(address, "nd")))
        shape, strides = (
            struct.unpack("<%dq" % count, self.memory.read(self.word(address, name), 8 * count)) if count else ()
            for name in ("dimensions", "strides")
        )
        element = self.readers.kind("numpy.dtype").element(self.word(address, "descr"), show)
        return View(self.word(address, "data"), element, shape, strides)


KINDS = {"numpy.ndarray": ArrayKind}
