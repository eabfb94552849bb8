"""The names that a Python frame sees: locals, globals, builtins.

CPython 3.11 on keeps locals, cells and free variables in one array, described by
co_localsplusnames and co_localspluskinds (pycore_code.h); class bodies and modules use a dict,
and slots for the variables of comprehensions that are inlined there (3.12 on).
"""

from . import stackrefs
from .errors import CorruptMemory

CELL_OR_FREE = 0x40 | 0x80  # CO_FAST_CELL, CO_FAST_FREE
MAX_LOCALS = 1000


class Scopes:
    """Reads the scopes of frames by one version's layout. Names come with addresses of objects."""

    def __init__(self, readers):
        self._readers, self._memory = readers, readers.memory
        layout = readers.layout
        self._slots, self._dict, self._globals, self._builtins = (
            layout.offset("_PyInterpreterFrame", name)
            for name in ("localsplus", "f_locals", "f_globals", "f_builtins")
        )
        self._count, self._names, self._kinds = (
            layout.offset("PyCodeObject", name)
            for name in ("co_nlocalsplus", "co_localsplusnames", "co_localspluskinds")
        )
        self._bytes = layout.offset("PyBytesObject", "ob_sval")
        self._cell = layout.offset("PyCellObject", "ob_ref")
        self._target = stackrefs.of(layout).target

    def locals(self, frame):
        """Those that are set, arguments first; cells and free variables are followed.

        A slot hides the dict's entry of the same name. For one that cannot be read the address
        is the CorruptMemory.
        """
        found = {} if frame.code.is_optimized else dict(self._in_dict(frame))
        found.update(self._in_slots(frame))
        return list(found.items())

    def globals(self, frame):
        """Address of the dict of globals."""
        return self._memory.u64(frame.address + self._globals)

    def hiding_globals(self, frame):
        """The names of locals that stand before globals; a module's own dict is both."""
        if self._memory.u64(frame.address + self._dict) != self.globals(frame):
            return {name for name, _ in self.locals(frame)}
        return {name for name, _ in self._in_slots(frame)}

    def builtins(self, frame):
        """Address of the dict of builtins."""
        return self._memory.u64(frame.address + self._builtins)

    def _in_dict(self, frame):
        mapping = self._memory.u64(frame.address + self._dict)
        if not mapping or self._readers.types.of(mapping).builtin != "dict":
            return []
        items = self._readers.dicts.items(mapping, 0, MAX_LOCALS)
        return [(self._readers.attribute_name(key), value) for key, value in items]

    def _in_slots(self, frame):
        for index, (name, kind) in enumerate(self._variables(frame.code)):
            value = self._value(frame.address + self._slots + 8 * index, kind)
            if value:
                yield self._readers.attribute_name(name), value

    def _variables(self, code):
        """(address of the name, kind) of each slot."""
        count = min(MAX_LOCALS, self._memory.i32(code.address + self._count))
        names = self._memory.u64(code.address + self._names)
        kinds = self._memory.u64(code.address + self._kinds) + self._bytes
        return zip(
            self._readers.sequences.tuple_items(names, 0, count),
            self._memory.read(kinds, count) if count else b"",
        )

    def _value(self, slot, kind):
        """A cell is followed; before MAKE_CELL ran, an argument still lies there itself."""
        try:
            value = self._target(self._memory.u64(slot))
            if value and kind & CELL_OR_FREE and self._readers.types.of(value).builtin == "cell":
                return self._memory.u64(value + self._cell)
            return value
        except CorruptMemory as error:
            return error
