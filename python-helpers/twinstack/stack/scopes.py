"""The names that a Python frame sees: locals, globals, builtins.

Locals, cells and free variables are in one array. CPython 3.11 on describes it by
co_localsplusnames and co_localspluskinds (pycore_code.h), before it is co_varnames, co_cellvars and
co_freevars. Class bodies and modules use a dict, and slots for the variables of comprehensions that
are inlined there (3.12 on).
"""

import itertools

from ..errors import CorruptMemory
from ..objects.kinds.base import Value
from . import stackrefs
from .frame_objects import FrameObject
from .frames import PythonFrame

CELL_OR_FREE = 0x40 | 0x80  # CO_FAST_CELL, CO_FAST_FREE
VARIADIC = (0x4, 0x8)  # CO_VARARGS, CO_VARKEYWORDS: each is one parameter more
MAX_LOCALS = 1000  # that are listed
MAX_SLOTS = 1 << 16
MORE = ("…", Value("more than %d names, which can be evaluated" % MAX_LOCALS, ""))


class Scopes:
    """Reads the scopes of frames by one version's layout. Names come with addresses of objects."""

    FRAME = PythonFrame

    def __init__(self, readers):
        self._readers, self._memory = readers, readers.memory
        layout = readers.layout
        struct = self.FRAME.STRUCT
        self._slots = layout.offset(struct, "localsplus", "f_localsplus")
        self._dict, self._globals, self._builtins = (
            layout.offset(struct, name) for name in ("f_locals", "f_globals", "f_builtins")
        )
        self._cell = layout.offset("PyCellObject", "ob_ref")
        self._counts = [
            layout.offset("PyCodeObject", name) for name in ("co_argcount", "co_kwonlyargcount")
        ]
        self._target = stackrefs.of(layout).target
        self._find_variables(layout)

    def _find_variables(self, layout):
        self._count, self._names, self._kinds = (
            layout.offset("PyCodeObject", name)
            for name in ("co_nlocalsplus", "co_localsplusnames", "co_localspluskinds")
        )
        self._bytes = layout.offset("PyBytesObject", "ob_sval")

    def locals(self, frame):
        """(name, address) of the locals that are set, for a list: behind MAX_LOCALS comes MORE."""
        listed = list(itertools.islice(self.every(frame), MAX_LOCALS + 1))
        return listed if len(listed) <= MAX_LOCALS else listed[:MAX_LOCALS] + [MORE]

    def every(self, frame):
        """All that are set, read as they are asked for, arguments first; cells and free variables
        are followed.

        A slot hides the dict's entry of the same name. For one that cannot be read the address
        is the CorruptMemory.
        """
        in_slots = self._in_slots(frame)
        if not frame.code.is_optimized:
            in_slots = dict(in_slots)
            for name, value in self._in_dict(frame):
                yield name, in_slots.pop(name, value)
            in_slots = in_slots.items()
        yield from in_slots

    def find(self, frame, name):
        """What ``every`` has under a name; 0 when there is none."""
        in_slots = (value for each, value in self._in_slots(frame) if each == name)
        return next(in_slots, 0) or self._find_in_dict(frame, name)

    def place(self, frame, name):
        """(address of the cell that has a name's value, None), (None, index of its slot), or (None, None) where it is in a dict."""
        for text, index, kind in self._variables(frame.code):
            if self._readers.attributes.name(text) == name:
                value = self._target(self._memory.u64(self.slot(frame.address, index)))
                is_cell = value and kind & CELL_OR_FREE and self._readers.types.of(value).builtin == "cell"
                return (value, None) if is_cell else (None, index)
        return None, None

    def slot(self, frame, index):
        """The address of a slot of the frame at an address."""
        return frame + self._slots + 8 * index

    def target(self, bits):
        """Address of the object that a slot refers to."""
        return self._target(bits)

    def names_in(self, frame):
        """Address of the dict in which its names are that are in no slot; 0 where they are in none."""
        return self._mapping(frame) if not frame.code.is_optimized else 0

    def _find_in_dict(self, frame, name):
        mapping = self._mapping(frame)
        is_own = mapping and not frame.code.is_optimized and mapping != self.globals(frame)
        return self._readers.dicts.find(mapping, name) if is_own else 0

    def parameters(self, frame):
        """(name, address) of the locals that its caller has given, unless they are deleted."""
        code = frame.code
        named = sum(self._memory.i32(code.address + count) for count in self._counts)
        count = named + sum(1 for flag in VARIADIC if code.flags & flag)
        return list(self._in_slots(frame, max(0, count)))

    def globals(self, frame):
        """The address of the dict of a frame's globals."""
        return self._memory.u64(frame.address + self._globals)

    def hiding_globals(self, frame):
        """The names of locals that stand before globals."""
        found = self._in_slots(frame) if self._is_module(frame) else self.every(frame)
        return {name for name, _ in found}

    def own(self, frame):
        """Its locals without those of a module, which are its globals."""
        return list(self._in_slots(frame)) if self._is_module(frame) else self.locals(frame)

    def _is_module(self, frame):
        """Whether a frame's locals are its globals, as those of a module are."""
        return self._memory.u64(frame.address + self._dict) == self.globals(frame)

    def builtins(self, frame):
        """The address of the dict of a frame's builtins."""
        return self._memory.u64(frame.address + self._builtins)

    def _mapping(self, frame):
        """Address of the dict that its names are in; 0 when they are in something else."""
        mapping = self._memory.u64(frame.address + self._dict)
        return mapping if mapping and self._readers.types.of(mapping).builtin == "dict" else 0

    def _in_dict(self, frame):
        mapping = self._mapping(frame)
        items = self._readers.dicts.iterate(mapping) if mapping else ()
        return ((self._readers.attributes.name(key), value) for key, value in items)

    def _in_slots(self, frame, count=MAX_SLOTS):
        for name, index, kind in itertools.islice(self._variables(frame.code), count):
            value = self._value(frame.address + self._slots + 8 * index, kind)
            if value:
                yield self._readers.attributes.name(name), value

    def _variables(self, code):
        """(address of the name, index, kind) of each slot."""
        count = min(MAX_SLOTS, self._memory.i32(code.address + self._count))
        names = self._memory.u64(code.address + self._names)
        kinds = self._memory.u64(code.address + self._kinds) + self._bytes
        return zip(
            self._readers.sequences.tuple_items(names, 0, count),
            itertools.count(),
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


class FrameObjectScopes(Scopes):
    """Scopes of CPython 3.8 to 3.10."""

    FRAME = FrameObject

    def _find_variables(self, layout):
        self._names = [
            layout.offset("PyCodeObject", name)
            for name in ("co_varnames", "co_cellvars", "co_freevars")
        ]

    def _variables(self, code):
        """An argument that is in a cell has left its own slot; it comes where it was."""
        variables, cells, free = (
            self._readers.sequences.tuple_items(
                self._memory.u64(code.address + names), 0, MAX_SLOTS
            )
            for names in self._names
        )
        in_cells = {name: len(variables) + i for i, name in enumerate(cells + free)}
        for index, name in enumerate(variables):
            cell = in_cells.pop(name, None)
            yield (name, index, 0) if cell is None else (name, cell, CELL_OR_FREE)
        for name, index in in_cells.items():
            yield name, index, CELL_OR_FREE
