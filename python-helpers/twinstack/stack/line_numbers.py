"""From an instruction to its line: the tables of CPython before 3.11, which know no columns.

Their formats are described in CPython's Objects/lnotab_notes.txt. Entries are pairs of bytes: how
far the next instruction is, how far its line (signed).
"""

from .lines import NOWHERE, Position

NO_LINE = 0x80


def lnotab(table, first_line, offset):
    """The Position of the instruction at byte ``offset`` by a co_lnotab (up to CPython 3.9)."""
    line, start = first_line, 0
    for distance, delta in zip(table[::2], table[1::2]):
        start += distance
        if start > offset:
            break
        line += signed(delta)
    return Position(line)


def linetable(table, first_line, offset):
    """The Position of the instruction at byte ``offset`` by a co_linetable of CPython 3.10 (PEP 626); NOWHERE where it says "no line"."""
    if offset < 0:  # the frame has not started
        return Position(first_line)
    line, end = first_line, 0
    for distance, delta in zip(table[::2], table[1::2]):
        end += distance
        if delta != NO_LINE:
            line += signed(delta)
        if offset < end:
            return NOWHERE if delta == NO_LINE else Position(line)
    return NOWHERE


def signed(byte):
    return byte - 256 if byte >= 128 else byte
