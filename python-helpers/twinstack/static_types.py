"""What built-in types define, where CPython keeps it out of the type: from 3.12 on, each
interpreter has an array of states for them (pycore_typeobject.h)."""

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
            self._states = layout.offset(
                "PyInterpreterState", "types.builtins.initialized", "types.builtins"
            )
            self._size = layout.size(self.STATE)
            self._type = layout.offset(self.STATE, "type")
            self._dict = layout.offset(self.STATE, "tp_dict")

    def namespace(self, address):
        """Address of the dict of the type at ``address``; 0 when its state is not there."""
        if not self._exists or not self.interpreter:
            return 0
        index = self._memory.u64(address + self._index) - 1  # in the place of a dict of subclasses
        if not 0 <= index < MAX_TYPES:
            return 0
        state = self.interpreter + self._states + index * self._size
        is_its_own = self._memory.u64(state + self._type) == address
        return self._memory.u64(state + self._dict) if is_its_own else 0
