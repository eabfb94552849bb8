"""Where the elements of libstdc++'s containers of nodes lie: std::map and its kin, std::unordered_map and its, std::list.

A printer comes to an element through all those before it, each of them some 30 us. Here the nodes are
followed in memory, in 1 to 2 us each, from whichever end is nearer, and where they are is kept until the
program or its user may have changed something (bits/stl_tree.h, bits/hashtable_policy.h, bits/stl_list.h).
"""

import itertools
from array import array

import gdb

from .. import session
from ..errors import CorruptMemory
from ..later import re

MOST = 1 << 22  # nodes whose places are kept: 32 MB
DEEPEST = 128  # a red-black tree of all memory has no more levels
WORD = 8
PARENT, LEFT, RIGHT = 1 * WORD, 2 * WORD, 3 * WORD  # in an _Rb_tree_node_base
NEXT, PREVIOUS = 0, WORD  # in a _List_node_base; a _Hash_node_base has the first one alone

_KIND = re.compile(r"std::(?:__cxx1998::|__debug::|__cxx11::)*(unordered_)?(?:multi)?(map|set|list)<")


def of(value, size):
    """The Nodes of a container with ``size`` elements; None where it is of another kind."""
    kind = value.type.strip_typedefs()
    found = _KIND.match(kind.name or "") if kind.code == gdb.TYPE_CODE_STRUCT else None
    if not found or not 0 < size <= MOST or value.address is None or value.address.type.sizeof != WORD:
        return None
    try:
        return Nodes(*_chains(value, found), size=size)
    except (gdb.error, RuntimeError):  # of another library
        return None


def length(value):
    """How many elements a std::list says that it has, of which its printer tells nothing; 0 for anything else."""
    kind = _KIND.match(value.type.strip_typedefs().name or "")
    try:
        size = int(value["_M_impl"]["_M_node"]["_M_size"]) if kind and kind.group(2) == "list" else 0
    except (gdb.error, RuntimeError):  # of the ABI before C++11, which counts them each time
        return 0
    return size if size <= MOST else 0


def _chains(value, kind):
    """Two functions that follow the nodes through a Memory, from the first and from the last on; None for no such way."""
    if kind.group(1):
        head = int(value["_M_h"]["_M_before_begin"].address)
        return lambda memory: _chain(memory, head, NEXT), None
    if kind.group(2) == "list":
        head = int(value["_M_impl"]["_M_node"].address)
        return lambda memory: _chain(memory, head, NEXT), lambda memory: _chain(memory, head, PREVIOUS)
    head = int(value["_M_t"]["_M_impl"]["_M_header"].address)
    return lambda memory: _tree(memory, head, LEFT, RIGHT), lambda memory: _tree(memory, head, RIGHT, LEFT)


def _chain(memory, head, link):
    node = memory.u64(head + link)
    while node not in (0, head):
        yield node
        node = memory.u64(node + link)


def _tree(memory, head, before, behind):
    """Generates the nodes of a tree: in the order of the keys by ``before`` LEFT and ``behind`` RIGHT, in the opposite one the other way."""
    u64, path, node = memory.u64, [], memory.u64(head + PARENT)
    while path or node:
        while node:
            path.append(node)
            node = u64(node + before)
        if len(path) > DEEPEST:
            raise CorruptMemory(head, "no tree")
        node = path.pop()
        yield node
        node = u64(node + behind)


class Nodes:
    """Their addresses, as far as they were followed from each end."""

    def __init__(self, forwards, backwards, size):
        self._ways, self._size = (forwards, backwards), size
        self._state = None

    def page(self, start, count):
        """(the address of the first node, those of some of the nodes). Raises CorruptMemory where there are fewer."""
        memory = session.debuggee().memory
        if self._state != (memory, memory.changes):
            self._begin(memory)
        count = min(count, self._size - start)
        try:
            first = self._reached(self._front, 1)[0]
            from_end = self._size - start
            if self._back is not None and from_end - len(self._back[0]) < start + count - len(self._front[0]):
                found = self._reached(self._back, from_end)[from_end - count : from_end]
                return first, found[::-1]
            return first, self._reached(self._front, start + count)[start : start + count]
        except BaseException:  # also one that ends it in the middle
            self._state = None
            raise

    def _begin(self, memory):
        self._front, self._back = ((array("Q"), way(memory)) if way else None for way in self._ways)
        self._state = memory, memory.changes

    def _reached(self, end, count):
        """The addresses from one end, at least so many."""
        known, following = end
        known.extend(itertools.islice(following, max(0, count - len(known))))
        if len(known) < count:
            raise CorruptMemory(known[-1] if known else 0, "fewer elements than are counted")
        return known
