"""Python frames of CPython 3.8 to 3.10: PyFrameObjects (Include/cpython/frameobject.h)."""

import struct

from .frames import PythonFrame
from .lines import Position

INSTRUCTION = 2  # bytes
_u64 = struct.Struct("<Q").unpack_from
_i32 = struct.Struct("<i").unpack_from


class FrameObject(PythonFrame):
    """A frame whose line may be kept in the frame itself: ``traced_line``, 0 when it is not."""

    __slots__ = ("traced_line",)
    STRUCT = "PyFrameObject"

    @property
    def position(self):
        return Position(self.traced_line) if self.traced_line else super().position


class Link:
    """One PyFrameObject as it lies in memory."""

    __slots__ = ("address", "code", "offset", "back", "traced_line")


class FrameObjects:
    """Reads PyFrameObjects by one version's layout."""

    UNIT = 1  # bytes that f_lasti counts in

    def __init__(self, memory, layout, codes):
        self._memory, self._codes = memory, codes
        self._back, self._code, self._instruction, self._line, self._trace, end = (
            layout.offset("PyFrameObject", "f_" + name)
            for name in ("back", "code", "lasti", "lineno", "trace", "blockstack")
        )
        self._size = end

    def at(self, address):
        data, link = self._memory.read(address, self._size), Link()
        link.address = address
        link.back = _u64(data, self._back)[0]
        link.code = _u64(data, self._code)[0]
        link.offset = _i32(data, self._instruction)[0] * self.UNIT
        link.traced_line = self._traced_line(data)
        return link

    def _traced_line(self, data):
        """f_lineno is kept up to date only while a trace function is set."""
        return _i32(data, self._line)[0] if _u64(data, self._trace)[0] else 0

    def frame(self, link):
        """The PythonFrame that a link of the walk stands for."""
        found = FrameObject(link.address, self._codes.at(link.code), link.offset)
        found.traced_line = link.traced_line
        return found

    def back(self, address):
        """Address of the calling frame; 0 for the oldest."""
        return self._memory.u64(address + self._back)


class FrameObjects310(FrameObjects):
    """CPython 3.10: f_lasti counts instructions, f_lineno is 0 unless it holds."""

    UNIT = INSTRUCTION

    def _traced_line(self, data):
        return _i32(data, self._line)[0]
