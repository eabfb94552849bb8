"""Objects with items: list, tuple, dict, set, deque, range, slice and the views of dicts."""

from .. import paths
from ..sequences import Deques
from .base import Item, Kind, Members, numbered

MAX_FIELDS = 100  # of a namedtuple


class ListKind(Kind):
    STRUCT = "PyListObject"

    def text(self, address, type_object, writer):
        return "[%s]" % writer.items(self._first(address, writer.PREVIEW), self.length(address))

    def cycle(self):
        return "[...]"

    def length(self, address):
        return self.readers.sequences.length(address)

    def items(self, address, start, count):
        return numbered(start, self.readers.sequences.list_items(address, start, count))

    def _first(self, address, count):
        return [item.address for item in self.items(address, 0, count)]


class TupleKind(ListKind):
    """tuple and namedtuple; the latter is known by ``_fields`` of its class or a base."""

    STRUCT = "PyTupleObject"

    def text(self, address, type_object, writer):
        fields = self._fields(type_object)
        if fields:
            shown = writer.fields(fields, self._first(address, MAX_FIELDS))
            return "%s(%s)" % (self.readers.names.name(type_object), shown)
        comma = "," if self.length(address) == 1 else ""
        shown = writer.items(self._first(address, writer.PREVIEW), self.length(address))
        return "(%s%s)" % (shown, comma)

    def cycle(self):
        return "(...)"

    def items(self, address, start, count):
        return numbered(start, self.readers.sequences.tuple_items(address, start, count))

    def members(self, address, type_object):
        fields = self._fields(type_object)
        return list(zip(fields, self._first(address, MAX_FIELDS)))

    def _fields(self, type_object):
        fields = type_object.is_heap and self.readers.class_attribute(type_object, "_fields")
        if not fields or self.readers.types.of(fields).builtin != "tuple":
            return []
        names = self.readers.sequences.tuple_items(fields, 0, MAX_FIELDS)
        return [self.readers.strings.text(name, 200) for name in names]


class DictKind(Kind):
    STRUCT = "PyDictObject"
    # Types of keys that an expression can name.
    KEYED = ("str", "int", "bool", "NoneType", "float", "bytes", "tuple")

    def text(self, address, type_object, writer):
        pairs = self.readers.dicts.items(address, 0, writer.PREVIEW)
        return "{%s}" % writer.pairs(pairs, self.length(address))

    def cycle(self):
        return "{...}"

    def length(self, address):
        return self.readers.dicts.length(address)

    def items(self, address, start, count):
        return [self._item(*pair) for pair in self.readers.dicts.items(address, start, count)]

    def mapping(self, address):
        return address

    def _item(self, key, value):
        label = self.readers.label(key)
        return Item(label, value, "[%s]" % label if self._is_literal(key, label) else None)

    def _is_literal(self, key, label):
        """Is the label an expression for the key? One that was cut is none."""
        type_object = self.readers.types.of(key)
        is_known = type_object.name in self.KEYED and not type_object.is_heap
        return is_known and paths.is_key_text(label)


class MappingProxyKind(DictKind):
    """A read-only view of a dict, such as the ``__dict__`` of a class."""

    STRUCT = "mappingproxyobject"

    def __init__(self, readers):
        super().__init__(readers)
        self._mapping = readers.layout.offset("mappingproxyobject", "mapping")

    def text(self, address, type_object, writer):
        return "mappingproxy(%s)" % writer.show(self._behind(address))

    def mapping(self, address):
        """The dict behind it; 0 when it is a view of anything else."""
        behind = self._behind(address)
        return behind if self.readers.types.of(behind).builtin == "dict" else 0

    def length(self, address):
        mapping = self.mapping(address)
        return super().length(mapping) if mapping else 0

    def items(self, address, start, count):
        mapping = self.mapping(address)
        return super().items(mapping, start, count) if mapping else []

    def _behind(self, address):
        return self.memory.u64(address + self._mapping)


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


class DequeKind(Kind):
    STRUCT = "dequeobject"

    def __init__(self, readers):
        super().__init__(readers)
        self._deques = Deques(readers.memory, readers.layout)
        self._maxlen = readers.layout.offset("dequeobject", "maxlen")

    def text(self, address, type_object, writer):
        items = self._deques.items(address, 0, writer.PREVIEW)
        text = "[%s]" % writer.items(items, self.length(address))
        maxlen = self.memory.i64(address + self._maxlen)
        return "deque(%s, maxlen=%d)" % (text, maxlen) if maxlen >= 0 else "deque(%s)" % text

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


class SliceKind(Members):
    STRUCT = "PySliceObject"
    MEMBERS = (("start", "start"), ("stop", "stop"), ("step", "step"))

    def text(self, address, type_object, writer):
        shown = [writer.show(value) for _, value in self.members(address, type_object)]
        return "slice(%s)" % ", ".join(shown)
