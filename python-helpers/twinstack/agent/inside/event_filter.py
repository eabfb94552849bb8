"""Before CPython 3.12: what the machine code of GDB's (agent/tracing/event_filter.py) lets pass to the agent's trace function.

Both read a table, of little-endian numbers: the events that pass in frames with a trace function, and those that pass in all (bits,
4 bytes each); the last index of the entries, and what GDB answers (4 each). An entry: the address of a code object, and where in the
table its lines are, 0 for none (8 each). Lines: the first, how many (4 each), and a byte for each, 1 where it is of concern.
"""

CALL, EXCEPTION, LINE, RETURN, OPCODE = 1 << 0, 1 << 1, 1 << 2, 1 << 3, 1 << 7  # PyTrace_CALL, ...
ENTRIES = 1 << 15  # more than MAX_KNOWN
HEAD = ENTRY = 16
LINES = HEAD + ENTRIES * ENTRY
ROOM_FOR_LINES = 1 << 18
ANSWER, IS_IMPOSSIBLE = 12, 2
FACTOR = 0x9E3779B97F4A7C15
FIRST_PATIENCE, PATIENCE = 500, 50000  # events of no concern before GDB is asked, which takes milliseconds


def bytes_of(lines):
    """The lines of a code object as the table has them: the first, how many follow, and a flag for each."""
    first = min(lines)
    flags = bytearray(max(lines) - first + 1)
    for line in lines:
        flags[line - first] = 1
    return first.to_bytes(4, "little") + len(flags).to_bytes(4, "little") + flags


class EventFilter:
    """Threads write into ``table`` at once, and one may be interrupted in it: it is never waited for. ``busy``: held by who adds; another adds nothing
    meanwhile, as what is not there passes. ``edition``: another one since each time that all is written anew; who has added to an
    older one leaves nothing. ``table``: None until a thread asks for the filter; it outlives the threads that have it."""

    table = None

    def __init__(self, tracing):
        self.tracing, self.patience = tracing, FIRST_PATIENCE
        self.busy, self.edition = _thread.allocate_lock(), None

    def asked(self, frame):
        """A thread has no filter, as it is told of what is of no concern. How many such events are to come before the next time;
        0 for ever."""
        tracing = self.tracing
        if is_own(frame) or frame.f_trace is not None and frame.f_trace != tracing.local:
            return self.patience
        table = vars(self).setdefault("table", bytearray(LINES + ROOM_FOR_LINES))
        self.fill()
        addresses = {"table": id(table), "control": id(control), "trace": id(tracing.trace), "local": id(tracing.local)}
        mine = turn
        if not mine.acquire(False):  # who has it may wait for this thread
            return self.patience
        try:
            tell(event="filter", frame=id(frame), code=id(frame.f_code), **addresses)
        finally:
            mine.release()
        self.patience = PATIENCE
        return 0 if table[ANSWER] == IS_IMPOSSIBLE else PATIENCE

    def fill(self):
        """Write the table anew, with all code objects that are known."""
        self.edition = edition = object()
        if self.table is None:
            return
        self.clear()
        for code, lines in list(self.tracing.seen.values()):
            self.add(edition, code, lines)

    def clear(self):
        self.used = LINES
        self.table[HEAD:] = bytes(len(self.table) - HEAD)
        self.write(8, ENTRIES - 1, 4)

    def add(self, edition, code, lines):
        """The lines of concern in a code object that lives as long as the entry, as they were when that ``edition`` began; one for which there is
        no room passes. Another thread may clear all meanwhile: no entry is left then whose lines are gone."""
        data, place, end = bytes_of(lines) if lines else b"", 0, 0
        if self.table is None or not self.busy.acquire(False):
            return
        try:
            if lines:
                place, end = self.used, self.used + len(data)
            if end <= len(self.table):
                self.used += len(data)
                self.table[place:end] = data
                self.write_entry(id(code), place)
        finally:
            if self.edition is not edition or end <= len(self.table) and self.table[place:end] != data:
                self.clear()
            self.busy.release()

    def write_entry(self, address, place):
        index = address // 16 * FACTOR % (1 << 64) >> 40
        while True:
            entry = HEAD + index % ENTRIES * ENTRY
            found = int.from_bytes(self.table[entry : entry + 8], "little")
            if found in (0, address):
                break
            index += 1
        self.write(entry + 8, place, 8)
        self.write(entry, address, 8)

    def let_pass(self, in_traced, in_all):
        """Say which events pass unlooked at: bits of events, in frames that are traced and in all frames."""
        if self.table is not None:
            self.write(0, in_traced | in_all << 32, 8)

    def write(self, place, number, size):
        self.table[place : place + size] = number.to_bytes(size, "little")
