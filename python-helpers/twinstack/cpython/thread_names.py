"""What Python calls its threads: sys.modules["threading"]._active[pthread_t]._name."""

from ..errors import CorruptMemory

MAIN = "MainThread"  # threading._MainThread
MAX_NAME = 200


class ThreadNames:
    """The names in all interpreters of one Runtime."""

    def __init__(self, runtime):
        self._runtime, self._memory = runtime, runtime.readers.memory
        layout = runtime.layout
        self._modules = layout.offset("PyInterpreterState", "imports.modules", "modules")
        self._module_dict = layout.offset("PyModuleObject", "md_dict")
        self._main_thread = runtime.address + layout.offset("_PyRuntimeState", "main_thread")
        self._found = None

    def forget(self):
        """Memory may have changed."""
        self._found = None

    def of(self, identity):
        """The name of the thread with this pthread_t; None for one that C made and that Python
        has never asked for."""
        if self._found is None:
            self._found = self._read()
        return self._found.get(identity)

    def _read(self):
        """The main interpreter, which is the oldest and comes last, has the last word; as long as
        it has not imported threading, its main thread has the name that it would get."""
        found, named = {}, {}
        for interpreter in self._runtime.interpreters():
            named = self._named(interpreter)
            found.update(named)
        if not named:
            found[self._memory.u64(self._main_thread)] = MAIN
        return found

    def _named(self, interpreter):
        """{pthread_t: name}; what cannot be read is left out: threads come and go."""
        ints, found = self._runtime.readers.ints, {}
        try:
            for identity, thread in self._active(interpreter):
                found[ints.value(identity)] = self._name(thread)
        except CorruptMemory:
            pass
        return found

    def _active(self, interpreter):
        """The (int, Thread) of the threads that are alive."""
        dicts = self._runtime.readers.dicts
        module = dicts.find(self._memory.u64(interpreter + self._modules), "threading")
        namespace = module and self._memory.u64(module + self._module_dict)
        active = namespace and dicts.find(namespace, "_active")
        return dicts.iterate(active) if active else ()

    def _name(self, thread):
        readers = self._runtime.readers
        try:
            name = readers.attributes.find(thread, "_name")
            return readers.strings.text(name, MAX_NAME) if name else None
        except CorruptMemory:
            return None
