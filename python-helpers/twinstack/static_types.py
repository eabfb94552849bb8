"""What built-in types define, where CPython keeps it out of the type: from 3.12 on, each
interpreter has an array of states for them, and from 3.13 on a second one for those of extensions
(pycore_typeobject.h)."""

MAX_TYPES = 1000


class StaticTypes:
    """Finds the dicts of static built-in types in the interpreter at address ``interpreter``."""

    STATE = "managed_static_type_state"

    def __init__(self, memory, layout):
        self.interpreter = 0
        self._memory = memory
        self._exists = layout.has(self.STATE, "tp_dict")
        if self._exists:
            self._index = layout.offset("PyTypeObject", "tp_subclasses")
            self._arrays = list(self._offsets(layout))
            self._size = layout.size(self.STATE)
            self._type = layout.offset(self.STATE, "type")
            self._dict = layout.offset(self.STATE, "tp_dict")

    def _offsets(self, layout):
        """Of the arrays in PyInterpreterState."""
        yield layout.offset("PyInterpreterState", "types.builtins.initialized", "types.builtins")
        if layout.has("PyInterpreterState", "types.for_extensions.initialized"):
            yield layout.offset("PyInterpreterState", "types.for_extensions.initialized")

    def namespace(self, address):
        """Address of the dict of the type at ``address``; 0 when its state is not there."""
        if not self._exists or not self.interpreter:
            return 0
        index = self._memory.u64(address + self._index) - 1  # in the place of a dict of subclasses
        if not 0 <= index < MAX_TYPES:
            return 0
        for array in self._arrays:
            state = self.interpreter + array + index * self._size
            if self._memory.u64(state + self._type) == address:
                return self._memory.u64(state + self._dict)
        return 0
