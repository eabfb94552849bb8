"""The exceptions of a thread: the one that is pending, the one that is being handled.

CPython: Python/errors.c. Up to 3.11 what is pending are a type, a value and a traceback, and the
exception may not have been made of them yet (PyErr_NormalizeException); from 3.12 on it is made
at once. What is handled hangs on a chain with a link for each running generator.
"""

from ..objects import variables

MAX_LINKS = 1000
STATE, LINK = "PyThreadState", "_PyErr_StackItem"


class Raised:
    """Those of the threads of one Runtime, as VARIABLEs without a name."""

    def __init__(self, readers):
        layout, self._readers, self._memory = readers.layout, readers, readers.memory
        names = ("curexc_type", "curexc_value", "curexc_traceback") if layout.has(STATE, "curexc_type") else ("current_exception",)
        self._parts = [layout.offset(STATE, name) for name in names]
        self._type = self._parts[0] if len(names) > 1 else None
        self._value = self._parts[len(names) // 2]
        self._newest = layout.offset(STATE, "exc_info")
        self._handled = layout.offset(LINK, "exc_value")
        self._older = layout.offset(LINK, "previous_item")

    def is_any(self, state):
        """Has this PyThreadState one of the two?"""
        return bool(self._is_pending(state) or self._handled_by(state))

    def pending(self, state):
        """The exception that was raised and has found no handler yet; None when there is none."""
        if not self._is_pending(state):
            return None
        value = self._memory.u64(state + self._value)
        if value and self._is_exception(value):
            return variables.describe(self._readers, value)
        return self._unmade(self._memory.u64(state + self._type), value)

    def set_aside(self, state):
        """The parts of what is pending, which is so no more: of type, value and traceback, or of the exception alone; empty when nothing is."""
        if not self._is_pending(state):
            return []
        found = [self._memory.u64(state + each) for each in self._parts]
        for each in self._parts:
            self._memory.write(state + each, bytes(8))
        return found

    def pending_type(self, state):
        """The name of the type of what is pending; None when nothing is."""
        if not self._is_pending(state):
            return None
        types, value = self._readers.types, self._memory.u64(state + self._value)
        found = types.of(value) if self._type is None else types.at(self._memory.u64(state + self._type))
        return self._readers.names.qualname(found)

    def handled(self, state):
        """The exception in whose ``except`` or ``finally`` the thread is; None without any."""
        found = self._handled_by(state)
        return variables.describe(self._readers, found) if found else None

    def _is_pending(self, state):
        member = self._value if self._type is None else self._type
        return self._memory.u64(state + member) != 0

    def _is_exception(self, address):
        return self._readers.types.of(address).builtin == "BaseException"

    def _unmade(self, of_type, value):
        """A type and what it will be called with: one argument, a tuple of them, or nothing."""
        type_text = self._readers.text(of_type)
        if not value:
            return {"value": "%s, not made yet, without arguments" % type_text, "type": ""}
        found = variables.describe(self._readers, value)
        return dict(found, value="%s, not made yet, of %s" % (type_text, found["value"]))

    def _handled_by(self, state):
        """Address of the newest exception on the chain; 0 without any."""
        link = self._memory.u64(state + self._newest)
        for _ in range(MAX_LINKS):
            if not link:
                break
            value = self._memory.u64(link + self._handled)
            if value and self._readers.types.of(value).builtin != "NoneType":
                return value
            link = self._memory.u64(link + self._older)
        return 0
