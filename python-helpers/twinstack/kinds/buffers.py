"""Numbers in raw memory: memoryview and array.array; elements are read by the page."""

import struct

from .elements import View
from .base import Kind, Value

TYPECODES = {"u": "w"}  # of array.array, where struct has another letter


class MemoryViewKind(Kind):
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
            ("format", Value(repr(view.format), "str")),
            ("itemsize", Value(str(view.itemsize), "int")),
            ("shape", Value(str(view.shape), "tuple")),
            ("strides", Value(str(view.strides), "tuple")),
            ("readonly", Value(str(bool(self.integer(address, "view.readonly"))), "bool")),
        ]

    def length(self, address):
        return self._view(address).length if self._is_alive(address) else 0

    def items(self, address, start, count):
        return self._view(address).items(start, count)

    def _is_alive(self, address):
        return bool(self.word(address, "view.buf")) and not self.integer(address, "flags") & 1

    def _view(self, address):
        count = max(0, min(64, self.integer(address, "view.ndim")))
        itemsize, format_at = self.integer(address, "view.itemsize"), self.word(address, "view.format")
        format = self.memory.text(format_at) if format_at else "B"
        sizes = [self._sizes(self.word(address, "view." + n), count) for n in ("shape", "strides")]
        shape = sizes[0] if sizes[0] is not None else (self.integer(address, "view.len") // max(1, itemsize),)
        return View(self.memory, self.word(address, "view.buf"), format, itemsize, shape, sizes[1])

    def _sizes(self, at, count):
        if not at and count:
            return None
        return struct.unpack("<%dq" % count, self.memory.read(at, 8 * count)) if count else ()


class ArrayKind(Kind):
    STRUCT = "arrayobject"
    SHOWN = 100

    def text(self, address, type_object, writer):
        code, length = self._code(address), self.length(address)
        name = type_object.short_name
        if not length:
            return "%s('%s')" % (name, code)
        if code in "uw":
            return "%s('%s', %s)" % (name, code, self._text(address, writer.max_text))
        shown = (item.address.text for item in self.items(address, 0, self.SHOWN))
        return "%s('%s', [%s])" % (name, code, writer.joined(shown, length))

    def length(self, address):
        return self.readers.sequences.length(address)

    def items(self, address, start, count):
        return self._view(address).items(start, count)

    def members(self, address, type_object):
        return [
            ("typecode", Value("'%s'" % self._code(address), "str")),
            ("itemsize", Value(str(self._view(address).itemsize), "int")),
        ]

    def _text(self, address, limit):
        view = self._view(address)
        data = self.memory.read(view.data, view.itemsize * min(view.length, limit))
        text = repr(data.decode("utf-16-le" if view.itemsize == 2 else "utf-32-le", "replace"))
        return text + "..." if view.length > limit else text

    def _code(self, address):
        return chr(self.memory.u8(self.word(address, "ob_descr")))

    def _view(self, address):
        code, descriptor = self._code(address), self.word(address, "ob_descr")
        at = descriptor + self.readers.layout.offset("arraydescr", "itemsize")
        size = self.memory.i32(at)
        length = self.length(address)
        code = TYPECODES.get(code, code)
        return View(self.memory, self.word(address, "ob_item"), code, size, (length,), None)
