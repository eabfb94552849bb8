"""Numbers in raw memory: memoryview and array.array; elements are read by the page."""

import struct

from .base import Sequence, Sliced, Value
from .elements import Number, View

TYPECODES = {"u": "w"}  # of array.array, where struct has another letter


class MemoryViewKind(Sequence):
    STRUCT = "PyMemoryViewObject"

    def text(self, address, type_object, writer):
        released = "" if self._is_alive(address) else "released "
        return "<%smemory at 0x%x>" % (released, address)

    def members(self, address, type_object):
        if not self._is_alive(address):
            return []
        view = self._view(address)
        return [
            ("obj", self.word(address, "view.obj")),
            ("format", Value(repr(view.element.format), "str")),
            ("itemsize", Value(str(view.element.size), "int")),
            ("shape", Value(str(view.shape), "tuple")),
            ("strides", Value(str(view.strides), "tuple")),
            ("readonly", Value(str(bool(self.integer(address, "view.readonly"))), "bool")),
        ]

    def length(self, address):
        return self._view(address).length if self._is_alive(address) else 0

    def items(self, address, start, count):
        return self._view(address).items(start, count)

    def dimensions(self, address):
        return len(self._view(address).shape) if self._is_alive(address) else 0

    def _is_alive(self, address):
        return bool(self.word(address, "view.buf")) and not self.integer(address, "flags") & 1

    def _view(self, address):
        count = max(0, min(64, self.integer(address, "view.ndim")))
        itemsize = self.integer(address, "view.itemsize")
        format_at = self.word(address, "view.format")
        format = self.memory.text(format_at) if format_at else "B"
        sizes = [self._sizes(self.word(address, "view." + n), count) for n in ("shape", "strides")]
        whole = (self.integer(address, "view.len") // max(1, itemsize),)
        shape, strides = whole if sizes[0] is None else sizes[0], sizes[1]
        element = Number(self.memory, format, itemsize)
        return View(self.word(address, "view.buf"), element, shape, strides)

    def _sizes(self, at, count):
        if not at and count:
            return None
        return struct.unpack("<%dq" % count, self.memory.read(at, 8 * count)) if count else ()


class ArrayKind(Sliced):
    STRUCT = "arrayobject"
    SHOWN = 100

    def text(self, address, type_object, writer):
        return self.part_text(address, type_object, 0, self.length(address), writer)

    def part_text(self, address, type_object, first, last, writer):
        name, code = type_object.short_name, self._code(address)
        view = self._view(address).part(first, last)
        if not view.length:
            return "%s('%s')" % (name, code)
        if code in "uw":
            return "%s('%s', %s)" % (name, code, self._characters(view, writer.max_text))
        shown = (item.address.text for item in view.items(0, self.SHOWN))
        return "%s('%s', [%s])" % (name, code, writer.joined(shown, view.length))

    def length(self, address):
        return self.readers.sequences.length(address)

    def items(self, address, start, count):
        return self._view(address).items(start, count)

    def members(self, address, type_object):
        return [
            ("typecode", Value("'%s'" % self._code(address), "str")),
            ("itemsize", Value(str(self._view(address).element.size), "int")),
        ]

    def _characters(self, view, limit):
        size = view.element.size
        data = self.memory.read(view.data, size * min(view.length, limit))
        text = repr(data.decode("utf-16-le" if size == 2 else "utf-32-le", "replace"))
        return text + "..." if view.length > limit else text

    def _code(self, address):
        return chr(self.memory.u8(self.word(address, "ob_descr")))

    def _view(self, address):
        code, descriptor = self._code(address), self.word(address, "ob_descr")
        at = descriptor + self.readers.layout.offset("arraydescr", "itemsize")
        size = self.memory.i32(at)
        element = Number(self.memory, TYPECODES.get(code, code), size)
        return View(self.word(address, "ob_item"), element, (self.length(address),))
