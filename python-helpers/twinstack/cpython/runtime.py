"""The CPython inside the debuggee: its interpreters and threads."""

from ..errors import CorruptMemory, NotRunning
from ..inferior.symbols import symbol
from ..inferior.thread_registers import pthread
from ..objects.locations import Locations
from ..objects.readers import Readers
from ..stack.codes import Codes
from ..stack.object_frames import ObjectFrames
from ..stack.stacks import Stacks
from . import versions
from .collector import Collector
from .gil import Gils
from .modules import Modules
from .raised import Raised
from .thread_locals import ThreadLocals
from .thread_names import ThreadNames

MAX_INTERPRETERS = 1000
MAX_THREADS = 100000


class Runtime:
    """One CPython that passed the self-check. Attributes: ``address`` of _PyRuntime, ``version``
    ("3.11.7"), ``flavour``, ``layout``, ``readers``, ``codes``, ``scopes``, ``stacks``, ``gils``,
    ``names`` (of threads), ``raised`` (exceptions),
    ``collector``, ``image`` (its object file)."""

    def __init__(self, debuggee, address, layout, flavour):
        self._memory = debuggee.memory
        self.address, self.layout, self.flavour = address, layout, flavour
        self.image = debuggee.images.path(address) or debuggee.images.path(symbol("Py_BytesMain"))
        version = versions.nearest(layout.name)
        features = versions.features(layout.name)
        self.readers = Readers(self._memory, layout, version, features)
        self.codes = Codes(self.readers, version.position)
        self.scopes = version.scopes(self.readers)
        self.stacks = Stacks(self, version, debuggee)
        self.readers.frames = ObjectFrames(self.readers, self.stacks, self.scopes, self.codes)
        self.readers.locations = Locations(self, debuggee.images)
        self.readers.modules = Modules(self)
        self.readers.thread_locals = ThreadLocals(self)
        self.collector = Collector(self)
        self._head = address + layout.offset("_PyRuntimeState", "interpreters.head")
        self._main = address + layout.offset("_PyRuntimeState", "interpreters.main")
        interpreter, thread = "PyInterpreterState", "PyThreadState"
        self._next_interpreter = layout.offset(interpreter, "next")
        self._threads = layout.offset(interpreter, "threads.head", "tstate_head")
        self._sysdict = layout.offset(interpreter, "sysdict")
        self._next_thread = layout.offset(thread, "next")
        self._interpreter = layout.offset(thread, "interp")
        self._id = layout.offset(interpreter, "id")
        self._thread_id = layout.offset(thread, "thread_id")
        has_native_id = layout.has(thread, "native_thread_id")
        self._native_id = layout.offset(thread, "native_thread_id") if has_native_id else None
        self._finalizing = address + layout.offset("_PyRuntimeState", "_finalizing", "finalizing")
        self.gils = Gils(self._memory, layout, address)
        self.names = ThreadNames(self)
        self.raised = Raised(self.readers)
        self._states, self._cut = {}, None
        self.hexversion = self._check()
        self.version = version_text(self.hexversion)

    def forget(self):
        """Memory may have changed: drop what was read, keep where things are."""
        self._states, self._cut = {}, None
        self.names.forget()
        self.readers.forget()
        self.readers.modules.forget()
        self.codes.forget()
        self.stacks.forget()

    def _check(self):
        """sys.hexversion read through the table: wrong offsets do not survive this."""
        main = self.main_interpreter()
        self.readers.static_types.interpreter = main
        found = self.readers.dicts.find(self.sysdict, "hexversion")
        value = self.readers.ints.value(found) if found else None
        if value is None:
            raise CorruptMemory(main, "no sys.hexversion")
        return value

    @property
    def sysdict(self):
        """Address of the main interpreter's sys.__dict__."""
        return self._memory.u64(self.main_interpreter() + self._sysdict)

    def main_interpreter(self):
        """Address of its PyInterpreterState. Raises NotRunning before Python runs and when it has
        ended, as Py_Finalize leaves the runtime behind."""
        main = self._memory.u64(self._main)
        if main and self._memory.u64(main + self._sysdict):
            return main
        if self._memory.u64(self._finalizing):
            raise NotRunning("CPython has ended (Py_Finalize).")
        raise NotRunning("CPython has not finished starting.")

    def interpreters(self):
        """The addresses of all PyInterpreterStates, the newest first as CPython links them."""
        return self._linked(self._memory.u64(self._head), self._next_interpreter, MAX_INTERPRETERS)

    def interpreter_id(self, state):
        """What ``_interpreters`` calls the interpreter of a PyThreadState; 0 is the main one."""
        interpreter = self._memory.u64(state + self._interpreter)
        return self._memory.i64(interpreter + self._id)

    def thread_states_of(self, thread):
        """Addresses of the PyThreadStates of one gdb.InferiorThread: several when it runs
        sub-interpreters. Raises CorruptMemory where there may be some that cannot be read."""
        identity, lwp = pthread(thread), thread.ptid[1]
        offset, wanted = (self._thread_id, identity) if identity else (self._native_id, lwp)
        found = [] if offset is None else self._states_by(offset).get(wanted, [])
        if not found and self._cut:
            raise self._cut.with_traceback(None)
        return found

    def _states_by(self, offset):
        """{value of the member at ``offset``: PyThreadStates of all interpreters}"""
        if offset not in self._states:
            found = self._states[offset] = {}
            for state in self.thread_states():
                found.setdefault(self._memory.u64(state + offset), []).append(state)
        return self._states[offset]

    def thread_states(self):
        """Generates the addresses of the PyThreadStates of all interpreters."""
        for interpreter in self.interpreters():
            newest = self._memory.u64(interpreter + self._threads)
            yield from self._linked(newest, self._next_thread, MAX_THREADS)

    def first_thread_state(self):
        """Address of the oldest PyThreadState of the main interpreter: of the thread in which it was started; 0 where there is none."""
        newest = self._memory.u64(self.main_interpreter() + self._threads)
        return next(reversed(self._linked(newest, self._next_thread, MAX_THREADS)), 0)

    def _linked(self, address, offset, limit):
        """The addresses in a linked list; ``_cut`` is why one ended too early, None when none did."""
        found = {}
        try:
            while address:
                if address in found or len(found) >= limit:
                    raise CorruptMemory(address, "a list does not end")
                following = self._memory.u64(address + offset)
                found[address], address = None, following
        except CorruptMemory as error:
            self._cut = error
        return list(found)


def version_text(hexversion):
    """0x030b07f0 -> "3.11.7" (PY_VERSION_HEX, Include/patchlevel.h)."""
    return "%d.%d.%d" % (hexversion >> 24, hexversion >> 16 & 255, hexversion >> 8 & 255)
