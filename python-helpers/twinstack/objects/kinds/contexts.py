"""contextvars: variables, and the contexts that hold their values (CPython: Python/context.c, Python/hamt.c)."""

import itertools

from ...errors import CorruptMemory
from .base import Item, Kind

ARRAY_NODE = "hamt_array_node"
PAIRS = {"hamt_bitmap_node": "b_array", "hamt_collision_node": "c_array"}
MAX_PAIRS = 10000  # in one node


class ContextVariableKind(Kind):
    STRUCT = "contextvarobject"

    def text(self, address, type_object, writer):
        name, default = self.word(address, "var_name"), self.word(address, "var_default")
        shown = " default=" + writer.show(default) if default else ""
        return "<ContextVar name=%s%s at 0x%x>" % (writer.show(name), shown, address)

    def members(self, address, type_object):
        return [("name", self.word(address, "var_name"))]


class ContextKind(Kind):
    """Its items, in the order of Python's iteration: those of a tree whose inner nodes are found by the variables' hashes."""

    STRUCT = "contextobject"

    def length(self, address):
        tree = self.word(address, "ctx_vars")
        return max(0, self._at("hamtobject", "h_count", tree)) if tree else 0

    def items(self, address, start, count):
        pairs = self._pairs(self._at("hamtobject", "h_root", self.word(address, "ctx_vars")), set())
        page = itertools.islice(pairs, start, start + count)
        return [Item(self.readers.label(variable), value, None) for variable, value in page]

    def _pairs(self, node, seen):
        """The (variable, value) below a node; ``seen``: the nodes before it, as the memory of a tree may lead back to one."""
        if node in seen:
            raise CorruptMemory(node, "a context's tree leads back into itself")
        seen.add(node)
        for variable, value in self._entries(node):
            if variable:
                yield variable, value
            elif value:
                yield from self._pairs(value, seen)

    def _entries(self, node):
        """(variable, value) each; (0, a node below) and (0, 0)."""
        name = self.readers.types.of(node).name
        if name == ARRAY_NODE:
            offset, size = self.readers.layout.member(name, "a_array")[:2]
            return [(0, below) for below in self.memory.pointers(node + offset, size // 8)]
        if name not in PAIRS:
            raise CorruptMemory(node, "no node of a context's tree")
        count = max(0, min(self._at("PyVarObject", "ob_size", node) // 2, MAX_PAIRS))
        words = self.memory.pointers(node + self.readers.layout.offset(name, PAIRS[name]), 2 * count)
        return list(zip(words[::2], words[1::2]))

    def _at(self, struct, member, address):
        return self.memory.i64(address + self.readers.layout.offset(struct, member))
