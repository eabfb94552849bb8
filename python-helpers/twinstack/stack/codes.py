"""Code objects: names, files and positions, each read once per stop. CPython: cpython/code.h."""

from ..errors import CorruptMemory

MAX_TABLE = 1 << 21  # bytes of a location table; the longest of Python's library has 15 KB
OPTIMIZED = 0x1  # CO_OPTIMIZED: locals are in slots (a function), not in a dict


class Code:
    """One code object. ``start``: address of its first instruction; ``ready_after``: bytes of
    those that run before its frame is complete.

    Before CPython 3.11 frames know themselves how far they are: both are 0; ``qualname`` is the name.
    """

    __slots__ = (
        "address",
        "name",
        "qualname",
        "file",
        "first_line",
        "flags",
        "start",
        "ready_after",
        "table",
        "find",
        "positions",
    )

    def position(self, offset):
        """The lines.Position of the instruction at byte ``offset``."""
        found = self.positions.get(offset)
        if found is None:
            found = self.positions[offset] = self.find(self.table, self.first_line, offset)
        return found

    @property
    def is_optimized(self):
        return bool(self.flags & OPTIMIZED)


class Codes:
    """Reads code objects by one version's layout. ``find_position`` reads its tables: takes a table,
    the first line and the offset of an instruction, returns a lines.Position."""

    def __init__(self, readers, find_position):
        layout = readers.layout
        self._readers, self._memory = readers, readers.memory
        self._find_position, self._codes = find_position, {}
        self._offsets = {
            name: layout.offset("PyCodeObject", "co_" + name, "co_" + before)
            for name, before in (
                ("name", "name"),
                ("qualname", "name"),
                ("filename", "filename"),
                ("firstlineno", "firstlineno"),
                ("flags", "flags"),
                ("linetable", "lnotab"),
            )
        }
        self._names = layout.offset("PyCodeObject", "co_names")
        self._bytes = layout.offset("PyBytesObject", "ob_sval")
        self._holds_instructions = layout.has("PyCodeObject", "co_code_adaptive")
        if self._holds_instructions:
            self._instructions = layout.offset("PyCodeObject", "co_code_adaptive")
            self._first_traceable = layout.offset("PyCodeObject", "_co_firsttraceable")

    def forget(self):
        self._codes.clear()

    def at(self, address):
        """The Code at ``address``; CorruptMemory when no code object is there."""
        found = self._codes.get(address)
        if found is None:
            found = self._codes[address] = self._read(address)
        return found

    def is_code(self, address):
        """Guards against half-built frames and corrupt memory."""
        try:
            return self.at(address) is not None
        except CorruptMemory:
            return False

    def is_polling(self, code):
        """Whether a Code names the debugger's own in ``sys``, as the agent's ``is_polling`` has it."""
        names = self._readers.sequences.tuple_items(self._memory.u64(code.address + self._names))
        return "_twinstack" in (self._readers.strings.text(name, 100) for name in names)

    def _read(self, address):
        if self._readers.types.of(address).name != "code":
            raise CorruptMemory(address, "no code object")
        code, at = Code(), {name: address + offset for name, offset in self._offsets.items()}
        code.address, code.positions = address, {}
        code.name, code.qualname, code.file = (
            self._readers.strings.text(self._memory.u64(at[name]), 1000)
            for name in ("name", "qualname", "filename")
        )
        code.first_line = self._memory.i32(at["firstlineno"])
        code.flags = self._memory.u32(at["flags"])
        code.start, code.ready_after = self._instructions_of(address)
        code.table = self._table(self._memory.u64(at["linetable"]))
        code.find = self._find_position
        return code

    def _instructions_of(self, address):
        """(address of the first instruction, bytes up to the first that runs in a complete frame)"""
        if not self._holds_instructions:
            return 0, 0
        ready_after = 2 * self._memory.i32(address + self._first_traceable)
        return address + self._instructions, ready_after

    def _table(self, table):
        size = min(MAX_TABLE, self._readers.sequences.length(table))
        return self._memory.read(table + self._bytes, size)
