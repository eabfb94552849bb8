"""The threads' own dicts in a threading.local (CPython: Modules/_threadmodule.c).

Since CPython 3.13 the thread's state has the key of its dict. Before, the state's own dict has, under the name that the local has for itself,
an object to which the key is a weak reference.
"""

MAX_THREADS = 10000  # whose dicts one local has


class ThreadLocals:
    """The dicts of the threading.locals in one Runtime."""

    def __init__(self, runtime):
        self._runtime, self._readers = runtime, runtime.readers
        self._memory, self._layout = runtime.readers.memory, runtime.layout

    def of(self, local):
        """("[NAME]", address of the dict) of each thread that has one, the oldest thread first."""
        find, found = self._finder(local), {}
        for state in reversed(list(self._runtime.thread_states())):
            mapping = find(state)
            if mapping:
                found[self._label(state, found)] = mapping
        return list(found.items())

    def _finder(self, local):
        """A function from a PyThreadState to the thread's dict, or 0."""
        if self._layout.has("localobject", "localdicts"):
            return self._by_key(self._word("localobject", "localdicts", local))
        return self._by_reference(local, self._word("localobject", "dummies", local))

    def _by_key(self, mapping):
        dicts = dict(self._items(mapping))
        return lambda state: dicts.get(self._word("PyThreadState", "threading_local_key", state), 0)

    def _by_reference(self, local, mapping):
        name = self._readers.strings.text(self._word("localobject", "key", local))
        dicts = {self._word("PyWeakReference", "wr_object", key): value for key, value in self._items(mapping)}

        def find(state):
            own = self._word("PyThreadState", "dict", state)
            return dicts.get(own and self._readers.dicts.find(own, name), 0)

        return find

    def _items(self, mapping):
        """None where the local is being cleared."""
        return self._readers.dicts.items(mapping, 0, MAX_THREADS) if mapping else []

    def _label(self, state, others):
        """The thread's name; with its number where it has none, or another one has the same."""
        identity = self._word("PyThreadState", "thread_id", state)
        label = "[%s]" % (self._runtime.names.of(identity) or "thread %d" % identity)
        return "[%s, %d]" % (label[1:-1], identity) if label in others else label

    def _word(self, struct, member, address):
        return self._memory.u64(address + self._layout.offset(struct, member))
