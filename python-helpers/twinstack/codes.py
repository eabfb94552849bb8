"""Code objects: names, files and positions, each read once per stop. CPython: cpython/code.h."""

from . import lines
from .errors import CorruptMemory

MAX_TABLE = 1 << 21  # bytes of a location table; the longest of Python's library has 15 KB
OPTIMIZED = 0x1  # CO_OPTIMIZED: locals are in slots (a function), not in a dict


class Code:
    """One code object. ``start``: address of its first instruction; ``ready_after``: bytes of
    those that prepare a frame, before its function is entered."""

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
        "positions",
    )

    def position(self, offset):
        """The lines.Position of the instruction at byte ``offset``."""
        found = self.positions.get(offset)
        if found is None:
            found = self.positions[offset] = lines.position(self.table, self.first_line, offset)
        return found

    @property
    def is_optimized(self):
        return bool(self.flags & OPTIMIZED)


class Codes:
    """Reads code objects by one version's layout."""

    def __init__(self, readers):
        layout = readers.layout
        self._readers, self._memory = readers, readers.memory
        self._codes = {}
        self._offsets = {
            name: layout.offset("PyCodeObject", "co_" + name)
            for name in (
                "name",
                "qualname",
                "filename",
                "firstlineno",
                "flags",
                "linetable",
                "code_adaptive",
            )
        }
        self._first_traceable = layout.offset("PyCodeObject", "_co_firsttraceable")
        self._bytes = layout.offset("PyBytesObject", "ob_sval")

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
        code.start = at["code_adaptive"]
        code.ready_after = 2 * self._memory.i32(address + self._first_traceable)
        code.table = self._table(self._memory.u64(at["linetable"]))
        return code

    def _table(self, table):
        size = min(MAX_TABLE, self._readers.sequences.length(table))
        return self._memory.read(table + self._bytes, size)
