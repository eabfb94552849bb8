"""What built-in types define, where CPython keeps it out of the type: from 3.12 on, each
interpreter has an array of states for them, and from 3.13 on a second one for those of extensions
(pycore_typeobject.h)."""

MAX_TYPES = 1000


class StaticTypes:
    """Finds the dicts of static built-in types in the interpreter at address ``interpreter``.

    ``arrays``: offsets of the arrays of their states in it; none where types have their dicts.
    """

    STATE = "managed_static_type_state"

    def __init__(self, memory, layout):
        self.interpreter = 0
        self._memory = memory
        self.arrays = list(self._offsets(layout)) if layout.has(self.STATE, "tp_dict") else []
        if self.arrays:
            self._index = layout.offset("PyTypeObject", "tp_subclasses")
            self._size = layout.size(self.STATE)
            self._type = layout.offset(self.STATE, "type")
            self._dict = layout.offset(self.STATE, "tp_dict")

    def _offsets(self, layout):
        """Where the arrays with the state of static types begin in a PyInterpreterState."""
        yield layout.offset("PyInterpreterState", "types.builtins.initialized", "types.builtins")
        if layout.has("PyInterpreterState", "types.for_extensions.initialized"):
            yield layout.offset("PyInterpreterState", "types.for_extensions.initialized")

    def namespace(self, address):
        """Address of the dict of the type at ``address``; 0 when its state is not there."""
        place = self.place(address) if self.arrays and self.interpreter else None
        if place is None:
            return 0
        for array in self.arrays:
            pointer = self.interpreter + array + place
            if self._memory.u64(pointer) == address:
                return self._memory.u64(pointer - self._type + self._dict)
        return 0

    def place(self, address):
        """Of the pointer to the type at ``address``, from the beginning of its array; None when it
        has no state. Its index is in the place of a dict of subclasses."""
        index = self._memory.u64(address + self._index) - 1
        return index * self._size + self._type if 0 <= index < MAX_TYPES else None
