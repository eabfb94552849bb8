"""The CPython inside the debuggee: where it is, which version, its interpreters and threads."""

import os
import struct

import gdb

from . import debug_offsets, elf, layouts
from .errors import CorruptMemory, UserError
from .inferior import pthread, symbol
from .readers import Readers
from .scopes import Scopes
from .stacks import Stacks
from .versions import VERSIONS

MAX_INTERPRETERS = 1000
MAX_THREADS = 100000
ARCHITECTURES = {"i386:x86-64": "x86_64", "aarch64": "aarch64"}


class NoPython(UserError):
    """There is no CPython in the debuggee, or it has not started yet."""


class UnreadablePython(NoPython):
    """A CPython is there, but it cannot be read: the version is unknown or a check failed."""


class Runtime:
    """One CPython that passed the self-check. Attributes: ``address`` of _PyRuntime, ``version``
    ("3.11.7"), ``flavour``, ``layout``, ``readers``, ``stacks``, ``image`` (its object file)."""

    def __init__(self, debuggee, address, layout, flavour):
        self._memory = debuggee.memory
        self.address, self.layout, self.flavour = address, layout, flavour
        self.image = debuggee.images.path(address) or debuggee.images.path(symbol("Py_BytesMain"))
        version = VERSIONS[layout.name]
        self.readers = Readers(self._memory, layout, version)
        self.scopes = Scopes(self.readers)
        self.stacks = Stacks(self, version, debuggee.images)
        self._head = address + layout.offset("_PyRuntimeState", "interpreters.head")
        self._main = address + layout.offset("_PyRuntimeState", "interpreters.main")
        interpreter, thread = "PyInterpreterState", "PyThreadState"
        self._next_interpreter = layout.offset(interpreter, "next")
        self._threads = layout.offset(interpreter, "threads.head", "tstate_head")
        self._sysdict = layout.offset(interpreter, "sysdict")
        self._modules = layout.offset(interpreter, "imports.modules", "modules")
        self._next_thread = layout.offset(thread, "next")
        self._thread_id = layout.offset(thread, "thread_id")
        self._native_id = layout.offset(thread, "native_thread_id")
        self._module_dict = layout.offset("PyModuleObject", "md_dict")
        self._names = None
        self.hexversion = self._check()
        self.version = version_text(self.hexversion)

    def forget(self):
        """Memory may have changed: drop what was read, keep where things are."""
        self._names = None
        self.readers.forget()
        self.stacks.forget()

    def _check(self):
        """sys.hexversion read through the table: wrong offsets do not survive this."""
        main = self._memory.u64(self._main)
        if not main or not self._memory.u64(main + self._sysdict):
            raise NoPython("CPython has not finished starting.")
        self.readers.static_types.interpreter = main
        found = self.readers.dicts.find(self._memory.u64(main + self._sysdict), "hexversion")
        if not found:
            raise CorruptMemory(main, "no sys.hexversion")
        return self.readers.ints.value(found)

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
        return [state for state in self.thread_states()
                if self._memory.u64(state + offset) == wanted]

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


def find(debuggee):
    """The Runtime of the debuggee. Raises NoPython with the reason."""
    address = symbol("_PyRuntime") or in_files(debuggee.images)
    if not address:
        raise NoPython("The program has no CPython in it (no symbol _PyRuntime).")
    try:
        return identify(debuggee, address)
    except CorruptMemory as error:
        raise UnreadablePython("The program's CPython cannot be read: %s." % error)


def in_files(images):
    """Address of _PyRuntime by the symbol tables of the mapped files named python*, or 0."""
    seen = set()
    for mapped in images.all():
        name = os.path.basename(mapped.path)
        if "python" in name and mapped.offset == 0 and mapped.path not in seen:
            seen.add(mapped.path)
            address = in_file(mapped)
            if address:
                return address
    return 0


def in_file(mapped):
    try:
        return elf.runtime_address(mapped.path, mapped.start)
    except (OSError, struct.error, IndexError):  # not on this machine, or damaged
        return 0


def identify(debuggee, address):
    """A CPython of 3.13 on tells its version; of 3.11 on it has the symbol Py_Version."""
    published = debug_offsets.published(debuggee.memory, address)
    if published:
        hexversion, flavour = published
        layout = table(hexversion, flavour)
        debug_offsets.overlay(debuggee.memory, address, layout)
    else:
        at = symbol("Py_Version")
        hexversion, flavour = debuggee.memory.u32(at) if at else 0, ""
        layout = table(hexversion, flavour)
    return checked(Runtime(debuggee, address, layout, flavour), hexversion)


def checked(runtime, hexversion):
    if runtime.hexversion == hexversion:
        return runtime
    raise UnreadablePython(
        "The program's CPython says that it is %s, but read by the table of %s it is %r."
        % (version_text(hexversion), runtime.layout.name, runtime.hexversion))


def table(hexversion, flavour):
    """A fresh copy of the version's layout table."""
    minor = "%d.%d" % (hexversion >> 24, hexversion >> 16 & 255)
    machine = gdb.selected_inferior().architecture().name()
    layout = layouts.load(minor, flavour, ARCHITECTURES.get(machine, machine))
    if layout is None or layout.name not in VERSIONS:
        raise UnreadablePython(
            "CPython %s%s on %s is not supported; supported are %s."
            % (minor, flavour, machine, ", ".join(sorted(VERSIONS))))
    return layout
