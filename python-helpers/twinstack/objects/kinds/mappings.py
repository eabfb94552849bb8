"""Objects whose items have keys: dict, what derives from it in C, and the views of one."""

from .. import paths
from .base import Item, Kind, numbered

MAX_ORDERED = 1 << 20  # items of an OrderedDict that are put into its order


class DictKind(Kind):
    STRUCT = "PyDictObject"
    # Types of keys that an expression can name.
    KEYED = ("str", "int", "bool", "NoneType", "float", "bytes", "tuple")

    def text(self, address, type_object, writer):
        return self.pairs(address, writer)

    def pairs(self, address, writer):
        """The items in braces, as dict.__repr__ writes them."""
        pairs = self.entries(address, 0, writer.PREVIEW)
        return "{%s}" % writer.pairs(pairs, self.length(address))

    def cycle(self):
        return "{...}"

    def length(self, address):
        return self.readers.dicts.length(address)

    def entries(self, address, start, count):
        """A page of the items: (key address, value address)."""
        return self.readers.dicts.items(address, start, count)

    def items(self, address, start, count):
        return [self._item(*pair) for pair in self.entries(address, start, count)]

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


class DefaultDictKind(DictKind):
    STRUCT = "defdictobject"

    def text(self, address, type_object, writer):
        factory = self.word(address, "default_factory")
        made_by = writer.show(factory) if factory else "None"
        return "%s(%s, %s)" % (type_object.short_name, made_by, self.pairs(address, writer))

    def members(self, address, type_object):
        return [("default_factory", self.word(address, "default_factory"))]


class OrderedDictKind(DictKind):
    """Its order is that of a list beside the dict (CPython: Objects/odictobject.c)."""

    STRUCT = "odictobject"

    def text(self, address, type_object, writer):
        name = type_object.short_name
        if not self.length(address):
            return name + "()"
        if "ordered dict as dict" in self.readers.features:
            return "%s(%s)" % (name, self.pairs(address, writer))
        shown = writer.couples(self.entries(address, 0, writer.PREVIEW), self.length(address))
        return "%s([%s])" % (name, shown)

    def entries(self, address, start, count):
        order = self._order(address)
        if not order:
            return super().entries(address, start, count)
        values = dict(super().entries(address, 0, MAX_ORDERED))
        return [(key, values[key]) for key in order[start : start + count] if key in values]

    def _order(self, address):
        """The addresses of the keys; none where that costs too much."""
        length, node, order = self.length(address), self.word(address, "od_first"), []
        key, following = (self.readers.layout.offset("_odictnode", n) for n in ("key", "next"))
        while node and len(order) < length <= MAX_ORDERED:
            order.append(self.memory.u64(node + key))
            node = self.memory.u64(node + following)
        return order


class MappingProxyKind(DictKind):
    """A read-only view of a dict, such as the ``__dict__`` of a class."""

    STRUCT = "mappingproxyobject"

    def text(self, address, type_object, writer):
        return "mappingproxy(%s)" % writer.show(self.word(address, "mapping"))

    def mapping(self, address):
        """The dict behind it; 0 when it is a view of anything else."""
        behind = self.word(address, "mapping")
        is_dict = isinstance(self.readers.kind_of(behind), DictKind)
        return behind if is_dict and not self._is_proxy(behind) else 0

    def length(self, address):
        mapping = self.mapping(address)
        return super().length(mapping) if mapping else 0

    def items(self, address, start, count):
        mapping = self.mapping(address)
        return self.readers.kind_of(mapping).items(mapping, start, count) if mapping else []

    def _is_proxy(self, address):
        return self.readers.types.of(address).builtin == "mappingproxy"


class DictViewKind(Kind):
    """dict.keys() and the like; ``PART`` picks what of each item it shows."""

    STRUCT = "dictviewobject"

    def text(self, address, type_object, writer):
        page, length = self._page(address, 0, writer.PREVIEW), self.length(address)
        return "%s([%s])" % (type_object.name, writer.items(page, length))

    def length(self, address):
        mapping = self.word(address, "dv_dict")
        return self.readers.dicts.length(mapping) if mapping else 0

    def items(self, address, start, count):
        page = numbered(start, self._page(address, start, count))
        return [Item(item.label, item.address, None) for item in page]

    def _page(self, address, start, count):
        return [pair[self.PART] for pair in self._entries(address, start, count)]

    def _entries(self, address, start, count):
        mapping = self.word(address, "dv_dict")
        return self.readers.kind_of(mapping, DictKind).entries(mapping, start, count) if mapping else []


class DictKeysKind(DictViewKind):
    PART = 0


class DictValuesKind(DictViewKind):
    PART = 1


class DictItemsKind(DictViewKind):
    def text(self, address, type_object, writer):
        couples, length = self._entries(address, 0, writer.PREVIEW), self.length(address)
        return "%s([%s])" % (type_object.name, writer.couples(couples, length))

    def items(self, address, start, count):
        """Named by their keys: the couples are no objects before one asks for them."""
        mapping = self.word(address, "dv_dict")
        found = self.readers.kind_of(mapping).items(mapping, start, count) if mapping else []
        return [Item(item.label, item.address, None) for item in found]
