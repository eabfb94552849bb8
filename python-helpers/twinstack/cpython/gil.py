"""The GIL: which thread holds it, which wait for it, which run without.

CPython up to 3.11 has one, in _PyRuntime; from 3.12 on each interpreter points to its own or to
the one that it shares (pycore_interp.h, struct _ceval_state). A free-threaded build has one that
is not enabled; its threads are attached to their interpreter or not (pycore_pystate.h).
"""

from collections import namedtuple

from ..inferior.thread_registers import awaited_futex

HOLDS, WAITS, RELEASED = "holds", "waits", "released"
ATTACHMENTS = ["detached", "attached", "suspended"]  # _Py_THREAD_DETACHED = 0, ...
STRUCT = "_gil_runtime_state"

# ``word``, and the PyThreadState that it is said of where a thread has several.
Standing = namedtuple("Standing", "word state")


class Gils:
    """The GILs of one Runtime. ``runtime``: address of its _PyRuntime."""

    def __init__(self, memory, layout, runtime):
        self._memory = memory
        self._shared = self._own = None
        if layout.has("PyInterpreterState", "ceval.gil"):
            self._own = layout.offset("PyInterpreterState", "ceval.gil")
        else:
            self._shared = runtime + layout.offset("_PyRuntimeState", "ceval.gil")
        self._interpreter = layout.offset("PyThreadState", "interp")
        self._locked = layout.offset(STRUCT, "locked")
        self._holder = layout.offset(STRUCT, "last_holder")
        self._size = layout.size(STRUCT)
        free = layout.has(STRUCT, "enabled")
        self._enabled = layout.offset(STRUCT, "enabled") if free else None
        self._attachment = layout.offset("PyThreadState", "state") if free else None

    def standing(self, thread, states):
        """The Standing of a gdb.InferiorThread with these PyThreadStates; it may be selected.

        Several are those of sub-interpreters: the thread runs in one of them.
        """
        gils = [(state, self.used_by(state)) for state in states]
        if not all(self.is_enabled(gil) for _, gil in gils):
            return self._attached(states)
        futex = awaited_futex(thread)
        for state, gil in gils:  # first: who takes it sets ``locked`` before ``last_holder``
            if gil <= futex < gil + self._size:
                return Standing(WAITS, state)
        for state, gil in gils:
            if self.holder(gil) == state:
                return Standing(HOLDS, state)
        return Standing(RELEASED, states[0])

    def used_by(self, state):
        """Address of the GIL under which a PyThreadState runs."""
        if self._shared:
            return self._shared
        return self._memory.u64(self._memory.u64(state + self._interpreter) + self._own)

    def is_enabled(self, gil):
        return self._enabled is None or self._memory.i32(gil + self._enabled) != 0

    def holder(self, gil):
        """The PyThreadState that holds a GIL; 0 when none does."""
        is_held = self._memory.i32(gil + self._locked) == 1
        return self._memory.u64(gil + self._holder) if is_held else 0

    def _attached(self, states):
        """In a free-threaded build: attached with one of them, or as the first says."""
        words = [ATTACHMENTS[self._memory.i32(state + self._attachment) % 3] for state in states]
        newest = words.index("attached") if "attached" in words else 0
        return Standing(words[newest], states[newest])
