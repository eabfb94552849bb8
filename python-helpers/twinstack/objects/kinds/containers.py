"""Objects with items in a row or a set: list, tuple, set, deque; range and slice."""

from ... import formats
from ...errors import CorruptMemory
from ..sequences import Deques
from .base import Item, Kind, Members, Sequence, Sliced, Value, numbered

MAX_FIELDS = 100  # of a namedtuple


class ListKind(Sliced):
    STRUCT = "PyListObject"

    def text(self, address, type_object, writer):
        return self.part_text(address, type_object, 0, self.length(address), writer)

    def part_text(self, address, type_object, first, last, writer):
        shown = self.addresses(address, first, min(writer.PREVIEW, last - first))
        return self.brackets(writer.items(shown, last - first), last - first)

    def brackets(self, text, count):
        """The text of some items, within this type's brackets; ``count``: of how many."""
        return "[%s]" % text

    def cycle(self):
        return self.brackets("...", 0)

    def length(self, address):
        return self.readers.sequences.length(address)

    def addresses(self, address, start, count):
        """Addresses of a page of the items."""
        return self.readers.sequences.list_items(address, start, count)

    def items(self, address, start, count):
        return numbered(start, self.addresses(address, start, count))


class TupleKind(ListKind):
    """tuple; namedtuple, known by ``_fields`` of its class or a base; a struct sequence such as
    time.struct_time, known by ``n_sequence_fields``."""

    STRUCT = "PyTupleObject"

    def text(self, address, type_object, writer):
        fields = self._fields(type_object)
        if fields:
            shown = writer.fields(fields, self.addresses(address, 0, MAX_FIELDS))
            return "%s(%s)" % (self.readers.names.name(type_object), shown)
        if self._is_struct_sequence(type_object):
            return self._struct_sequence(address, type_object, writer)
        return super().text(address, type_object, writer)

    def writes(self, type_object):
        return bool(self._fields(type_object) or self._is_struct_sequence(type_object))

    def brackets(self, text, count):
        return "(%s%s)" % (text, "," if count == 1 else "")

    def addresses(self, address, start, count):
        return self.readers.sequences.tuple_items(address, start, count)

    def members(self, address, type_object):
        fields = self._fields(type_object)
        return list(zip(fields, self.addresses(address, 0, MAX_FIELDS)))

    def _is_struct_sequence(self, type_object):
        """Made by C (Objects/structseq.c): its fields are slots, the first of them also items."""
        by_c = not type_object.is_heap or "." in type_object.name
        fields = by_c and self.readers.slots.of_type(type_object)
        return fields and self.readers.attributes.in_class(type_object, "n_sequence_fields")

    def _struct_sequence(self, address, type_object, writer):
        names = [name for name, _ in self.readers.slots.of_type(type_object)]
        return "%s(%s)" % (type_object.name, writer.fields(names, self.addresses(address, 0, MAX_FIELDS)))

    def _fields(self, type_object):
        fields = type_object.is_heap and self.readers.attributes.in_class(type_object, "_fields")
        if not fields or self.readers.types.of(fields).builtin != "tuple":
            return []
        names = self.readers.sequences.tuple_items(fields, 0, MAX_FIELDS)
        return [self.readers.strings.text(name, 200) for name in names]


class SetKind(Kind):
    """set and frozenset; a member is reached by no expression."""

    STRUCT = "PySetObject"

    def text(self, address, type_object, writer):
        name, length = self.readers.names.name(type_object), self.length(address)
        if not length:
            return name + "()"
        members = self.readers.sets.items(address, 0, writer.PREVIEW)
        text = "{%s}" % writer.items(members, length)
        return text if name == "set" else "%s(%s)" % (name, text)

    def cycle(self):
        return "set(...)"

    def length(self, address):
        return self.readers.sets.length(address)

    def items(self, address, start, count):
        members = self.readers.sets.items(address, start, count)
        return [Item(item.label, item.address, None) for item in numbered(start, members)]


class DequeKind(Sequence):
    STRUCT = "dequeobject"

    def __init__(self, readers):
        super().__init__(readers)
        self._deques = Deques(readers.memory, readers.layout)
        self._maxlen = readers.layout.offset("dequeobject", "maxlen")

    def text(self, address, type_object, writer):
        items = self._deques.items(address, 0, writer.PREVIEW)
        text = "[%s]" % writer.items(items, self.length(address))
        maxlen = self._maxlen_of(address)
        limit = ", maxlen=%d" % maxlen if maxlen >= 0 else ""
        return "%s(%s%s)" % (type_object.short_name, text, limit)

    def members(self, address, type_object):
        maxlen = self._maxlen_of(address)
        return [("maxlen", Value(str(maxlen) if maxlen >= 0 else "None", "int"))]

    def _maxlen_of(self, address):
        return self.memory.i64(address + self._maxlen)

    def cycle(self):
        return "[...]"

    def length(self, address):
        return self._deques.length(address)

    def items(self, address, start, count):
        return numbered(start, self._deques.items(address, start, count))


class RangeKind(Members):
    STRUCT = "rangeobject"
    MEMBERS = (("start", "start"), ("stop", "stop"), ("step", "step"))

    def text(self, address, type_object, writer):
        shown = [writer.show(value) for _, value in self.members(address, type_object)]
        return "range(%s)" % ", ".join(shown[:2] if shown[2] == "1" else shown)

    def elements(self, address):
        start, stop, step = self._numbers(address)
        return max(0, -((start - stop) // step))

    def element(self, address, index):
        start, _, step = self._numbers(address)
        return Value(formats.integer(start + index * step), "int")

    def _numbers(self, address):
        """(start, stop, step). Raises CorruptMemory where they are no numbers that can be read."""
        found = [self.readers.ints.value(self.member(address, name)) for name, _ in self.MEMBERS]
        if None in found or not found[2]:
            raise CorruptMemory(address, "no range of numbers")
        return found


class SliceKind(Members):
    STRUCT = "PySliceObject"
    MEMBERS = (("start", "start"), ("stop", "stop"), ("step", "step"))

    def text(self, address, type_object, writer):
        shown = [writer.show(value) for _, value in self.members(address, type_object)]
        return "slice(%s)" % ", ".join(shown)
