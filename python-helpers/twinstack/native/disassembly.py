"""Instructions of the program, around an address: the operations.

What lies before an address can be decoded only from where an instruction begins: from the start of
its function, else from a guess that meets the address, as processors with instructions of many
lengths fall into step after a few. An INSTRUCTION is {"address", "bytes" in hexadecimal, "text",
"symbol": its function's name, "file", "line"}; where there is none it has an address alone.
"""

import gdb

from .. import session
from ..commands import operation
from ..errors import UserError
from ..inferior.memory import MAX_ADDRESS
from .code_symbols import Symbols

LONGEST = 16  # bytes of an instruction
MOST = 10000  # instructions before or after an address
CHUNK = 4096  # bytes that are decoded at a time
FROM_START = 4096  # bytes: a function is decoded from its start up to there
GUESSED = 256  # bytes before an address that are decoded to find what ends there
STEP = 32  # bytes from one guess to the next; those from far fall into step with each other, the last few do not
MOST_GUESSES = 6000  # in one answer; what lies before is shown as without instructions then
AROUND = 100  # instructions before and after the one that a text is about


@operation("disassemble")
def disassemble(address, skip, count):
    """``count`` INSTRUCTIONs from the one that stands ``skip`` instructions behind the one at
    ``address``, before it where that is negative: {"instructions", "next": address behind them}."""
    if abs(skip) > MOST or not 0 <= count <= MOST:
        raise UserError("At most %d instructions can be disassembled at once." % MOST)
    instructions, symbols = Instructions(), Symbols()
    before, after = instructions.around(int(address, 0), max(0, -skip), max(0, skip + count))
    found = (before + after)[max(0, skip) :][:count]
    end = beyond(found[-1]) if found else int(address, 0)
    return {"instructions": [described(symbols, *span) for span in found], "next": hex(end)}


@operation("disassembly")
def disassembly(address):
    """{"text"}: the instructions around the one at ``address``, which is in line AROUND + 1."""
    symbols = Symbols()
    before, after = Instructions().around(int(address, 0), AROUND, AROUND + 1)
    return {"text": "".join(line(symbols, *span) + "\n" for span in before + after)}


def described(symbols, address, data, text):
    """The INSTRUCTION for a span: bytes, text, function and line, as far as there are any."""
    row = {"address": hex(address)}
    if not data:
        return row
    row.update(bytes=" ".join("%02x" % byte for byte in data), text=text)
    row["symbol"] = symbols.name(address)
    sal = gdb.find_pc_line(address)
    if sal.symtab is not None and sal.line:
        row.update(file=sal.symtab.fullname(), line=sal.line)
    return row


def line(symbols, address, data, text):
    """A span as one line of text, as GDB's command ``disassemble`` has it."""
    return "0x%016x <%s>: %s" % (address, symbols.place(address), text if data else "(no instruction)")


def beyond(span):
    """The address behind a span; behind one byte where there is no instruction."""
    address, data, _ = span
    return min(address + max(1, len(data)), MAX_ADDRESS)


class Instructions:
    """The program's memory as instructions: spans (address, bytes, text), with b"" and None where
    there is no instruction."""

    def __init__(self):
        self._memory = session.debuggee().memory
        self._guesses = MOST_GUESSES
        self._architecture = gdb.newest_frame().architecture()

    def around(self, address, before, after):
        """The ``before`` spans that end at ``address``, and the ``after`` spans from there on."""
        return self._ending(address, before), self._from(address, after)

    def _from(self, address, count):
        found = []
        while len(found) < count:
            found += self._decoded(address, CHUNK, count - len(found)) or [(address, b"", None)]
            address = beyond(found[-1])
        return found

    def _ending(self, address, count):
        """``count`` spans that end at an address; those that would lie before the address 0 are at 0."""
        found = []
        while len(found) < count:
            found[:0] = self._chunk_before(address) or [(max(address - 1, 0), b"", None)]
            address = found[0][0]
        return found[len(found) - count :]

    def _chunk_before(self, address):
        """Spans of which the last ends at ``address``; none when none are found that do."""
        if not self._memory.readable(address - 1, 1):
            return []
        start = Symbols().start(address - 1)
        far, near = (max(0, address - distance) for distance in (GUESSED, LONGEST))
        guesses = list(range(far, near, STEP)) + list(range(near, address))
        if start is not None and 0 < address - start <= FROM_START:
            guesses.insert(0, start)
        for first in guesses[: self._guesses]:
            self._guesses -= 1
            found = self._decoded(first, address - first, MOST)
            if found and beyond(found[-1]) == address:
                return found
        return []

    def _decoded(self, start, size, count):
        """Up to ``count`` spans that lie within the ``size`` bytes from ``start``."""
        data = self._memory.readable(start, size)
        end, found = start + len(data), []
        for row in self._rows(start, end, count):
            offset = row["addr"] - start
            span = row["addr"], data[offset : offset + row["length"]], row["asm"]
            if len(span[1]) < row["length"]:
                break
            found.append(span)
        return found

    def _rows(self, address, end, count):
        """GDB's rows for the instructions that begin in a range; GDB gives none at all where one
        cannot be read, so the last ones are asked for one by one."""
        rows = []
        if end - address >= LONGEST:
            rows = self._architecture.disassemble(address, end - LONGEST, count)
            address = rows[-1]["addr"] + rows[-1]["length"]
        while address < end and len(rows) < count:
            try:
                rows += self._architecture.disassemble(address, address)
            except gdb.MemoryError:
                break
            address += rows[-1]["length"]
        return rows
