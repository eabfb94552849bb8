"""A part of a sequence or text, from ``first`` to before ``last``, as a VARIABLE of its own.

It has "first" and "last" beside "object" where it opens, and what it opens into is reached from the
object as a whole: ``items[10:20]`` opens into ``[10]`` to ``[19]``.
"""

from .. import formats
from ..errors import CorruptMemory
from . import parts
from .kinds.base import Sliced, Text, numbered_parts
from .writer import CUT, MAX_TEXT, Writer


def of(readers, address, first, last):
    """The Slice of the object at ``address``; None when it is no sequence and no text."""
    kind = readers.kind_of(address)
    if isinstance(kind, Text):
        return TextSlice(readers, address, first, last)
    has_slices = isinstance(kind, Sliced) and kind.elements(address) is not None
    return SequenceSlice(readers, address, first, last) if has_slices else None


class Slice:
    """Common to both: ``first`` and ``last`` are taken as a slice in Python takes them."""

    def __init__(self, readers, address, first, last):
        self._readers, self._address = readers, address
        self._type = readers.types.of(address)
        self._kind = readers.kind(self._type.builtin)
        self._first, last, _ = slice(first, last).indices(self._whole())
        self._last = max(self._first, last)

    def variable(self, name, access):
        """Its VARIABLE; ``access`` leads to what its children are reached from."""
        found = {"name": name, "type": self._readers.names.qualname(self._type), "access": access}
        found["attributes"] = ["readOnly"] + self.ATTRIBUTES
        try:
            found["value"] = self._text()
        except CorruptMemory as error:
            return dict(found, value="<error: %s>" % error)
        count = self._count()
        if count:
            opened = {"object": hex(self._address), "first": self._first, "last": self._last}
            found.update(opened, indexed=count)
        return found

    def items(self, start, count):
        """A page of what it opens into, as Items."""
        return self._items(start, max(0, min(count, self._count() - start)))


class SequenceSlice(Slice):
    """Some items of a list, tuple or array."""

    ATTRIBUTES = []

    def _whole(self):
        return self._kind.length(self._address)

    def _count(self):
        return self._last - self._first

    def _text(self):
        writer = Writer(self._readers)
        return self._kind.part_text(self._address, self._type, self._first, self._last, writer)

    def _items(self, start, count):
        return self._kind.items(self._address, self._first + start, count)


class TextSlice(Slice):
    """Some characters of a str, or bytes of a bytes or bytearray."""

    ATTRIBUTES = ["rawString"]

    def _whole(self):
        return self._kind.characters(self._address)

    def _count(self):
        """Nothing opens from a part that is shown whole."""
        borders = parts.borders(self._first, self._last)
        return len(borders) if len(borders) > 1 else 0

    def _text(self):
        length = self._last - self._first
        limit = formats.string_limit(MAX_TEXT)
        shown = length if length <= parts.SMALLEST else min(length, limit)
        text = repr(self._kind.part(self._address, self._first, shown))
        return text + CUT if length > shown else text

    def _items(self, start, count):
        return numbered_parts(self._address, self._first, self._last, start, count)
