"""The CPython inside the debuggee: its interpreters and threads."""

from .codes import Codes
from .errors import CorruptMemory, NoPython
from .inferior import pthread, symbol
from .object_frames import ObjectFrames
from .readers import Readers
from .stacks import Stacks
from .versions import VERSIONS, features

MAX_INTERPRETERS = 1000
MAX_THREADS = 100000


class Runtime:
    """One CPython that passed the self-check. Attributes: ``address`` of _PyRuntime, ``version``
    ("3.11.7"), ``flavour``, ``layout``, ``readers``, ``codes``, ``scopes``, ``stacks``, ``image``
    (its object file)."""

    def __init__(self, debuggee, address, layout, flavour):
        self._memory = debuggee.memory
        self.address, self.layout, self.flavour = address, layout, flavour
        self.image = debuggee.images.path(address) or debuggee.images.path(symbol("Py_BytesMain"))
        version = VERSIONS[layout.name]
        self.readers = Readers(self._memory, layout, version, features(layout.name))
        self.codes = Codes(self.readers, version.position)
        self.scopes = version.scopes(self.readers)
        self.stacks = Stacks(self, version, debuggee)
        self.readers.frames = ObjectFrames(self.readers, self.stacks, self.scopes)
        self._head = address + layout.offset("_PyRuntimeState", "interpreters.head")
        self._main = address + layout.offset("_PyRuntimeState", "interpreters.main")
        interpreter, thread = "PyInterpreterState", "PyThreadState"
        self._next_interpreter = layout.offset(interpreter, "next")
        self._threads = layout.offset(interpreter, "threads.head", "tstate_head")
        self._sysdict = layout.offset(interpreter, "sysdict")
        self._modules = layout.offset(interpreter, "imports.modules", "modules")
        self._next_thread = layout.offset(thread, "next")
        self._thread_id = layout.offset(thread, "thread_id")
        has_native_id = layout.has(thread, "native_thread_id")
        self._native_id = layout.offset(thread, "native_thread_id") if has_native_id else None
        self._module_dict = layout.offset("PyModuleObject", "md_dict")
        self._names = None
        self.hexversion = self._check()
        self.version = version_text(self.hexversion)

    def forget(self):
        """Memory may have changed: drop what was read, keep where things are."""
        self._names = None
        self.readers.forget()
        self.codes.forget()
        self.stacks.forget()

    def _check(self):
        """sys.hexversion read through the table: wrong offsets do not survive this."""
        main = self._memory.u64(self._main)
        if not main or not self._memory.u64(main + self._sysdict):
            raise NoPython("CPython has not finished starting.")
        self.readers.static_types.interpreter = main
        found = self.readers.dicts.find(self._memory.u64(main + self._sysdict), "hexversion")
        value = self.readers.ints.value(found) if found else None
        if value is None:
            raise CorruptMemory(main, "no sys.hexversion")
        return value

    def interpreters(self):
        """Addresses of the PyInterpreterStates."""
        return self._linked(self._memory.u64(self._head), self._next_interpreter, MAX_INTERPRETERS)

    def thread_states(self):
        """Addresses of the PyThreadStates of all interpreters."""
        found = []
        for interpreter in self.interpreters():
            newest = self._memory.u64(interpreter + self._threads)
            found.extend(self._linked(newest, self._next_thread, MAX_THREADS))
        return found

    def thread_states_of(self, thread):
        """Those of one gdb.InferiorThread: several when it runs sub-interpreters."""
        identity, lwp = pthread(thread), thread.ptid[1]
        offset, wanted = (self._thread_id, identity) if identity else (self._native_id, lwp)
        if offset is None:
            return []
        return [
            state for state in self.thread_states() if self._memory.u64(state + offset) == wanted
        ]

    def thread_names(self):
        """{pthread_t: threading.Thread.name} of all interpreters; threads made by C have none."""
        if self._names is None:
            self._names = {}
            for interpreter in self.interpreters():
                try:
                    self._names.update(self._names_in(interpreter))
                except CorruptMemory:  # threading is being imported, or memory is corrupt
                    pass
        return self._names

    def _names_in(self, interpreter):
        """From sys.modules["threading"]._active[ident]._name."""
        readers = self.readers
        module = readers.dicts.find(self._memory.u64(interpreter + self._modules), "threading")
        if not module:
            return
        namespace = self._memory.u64(module + self._module_dict)
        for identity, thread in readers.dicts.iterate(readers.dicts.find(namespace, "_active")):
            name = readers.attribute(thread, "_name")
            if name:
                yield readers.ints.value(identity), readers.strings.text(name, 200)

    def _linked(self, address, offset, limit):
        """The addresses in a linked list; ends at a cycle, at unreadable memory, at ``limit``."""
        found, seen = [], set()
        try:
            while address and address not in seen and len(seen) < limit:
                seen.add(address)
                found.append(address)
                address = self._memory.u64(address + offset)
        except CorruptMemory:
            found.pop()
        return found


def version_text(hexversion):
    """0x030b07f0 -> "3.11.7" (PY_VERSION_HEX, Include/patchlevel.h)."""
    return "%d.%d.%d" % (hexversion >> 24, hexversion >> 16 & 255, hexversion >> 8 & 255)
