"""The line of a .pyx that machine code is of, in the place of the one that its debug information claims (see generated.py).

One claimed line may be of several. So the rows of a function's line table are led along the lines of its C: a compiler writes them in that order, but
for loops, unless it optimises.
"""

import bisect
import os

import gdb

from . import generated
from .functions import MACHINERY, name_in_c
from .names import is_source

STAYED, MOST_AHEAD, BACK = 3, 4, 15  # what it costs that a row is of the same line of C as the one before, leaves out some, or goes back, as loops do
ASTRAY, ENTERED = 1, 18  # and that it is of C that claims another line, behind other C of the same statement, or of another one
KEPT = 30  # the likeliest ways to a row that are followed
MOST_ROWS = 20000  # of a function

_tables = {}  # (a source, where its code begins) -> LineTable


def of_frame(frame, sal):
    """The line of a frame, of which GDB has that Symtab_and_line."""
    if frame.function() is None or not is_source(sal.symtab.filename):
        return sal.line
    return table(sal.symtab).line(_with_function(frame.block()), sal)


def of_address(sal, address):
    """As ``of_frame``, of an address."""
    if not is_source(sal.symtab.filename):
        return sal.line
    block = innermost(address)
    return table(sal.symtab).line(block, sal) if block is not None else sal.line


def table(symtab):
    """The LineTable of a source, read once."""
    key = symtab.filename, symtab.static_block().start
    if key not in _tables:
        _tables[key] = LineTable(symtab)
    return _tables[key]


def innermost(pc):
    """The block of the function, which may be inlined, that has the code at an address; None where none is known."""
    return _with_function(gdb.block_for_pc(pc))


def _with_function(block):
    while block is not None and block.function is None:
        block = block.superblock
    return block


class LineTable:
    """The rows (address, line) of a source, sorted; of a function with the lines that are true, where they can be known."""

    def __init__(self, symtab):
        self._name = os.path.basename(symtab.filename)
        self._rows = sorted((entry.pc, entry.line) for entry in symtab.linetable())
        self._generated = generated.of(symtab)
        self._known = {}  # (name in C, start) of a function -> its rows, or None where they are not known

    def line(self, block, sal):
        rows = self.exact(block) or ()
        index = bisect.bisect_left(rows, (sal.pc, 0))
        return rows[index][1] if index < len(rows) and rows[index][0] == sal.pc else sal.line

    def claimed(self, block):
        """The rows of a function as debug information has them. GDB leaves out its first one where the code before is of the same line."""
        first, last = (bisect.bisect_left(self._rows, (each, 0)) for each in (block.start, block.end))
        found = self._rows[first:last]
        if first and (not found or found[0][0] > block.start):
            found.insert(0, (block.start, self._rows[first - 1][1]))
        return found

    def exact(self, block):
        """The rows of a function with the lines that are true; None where they are not known."""
        key = block.function.name, block.start
        if self._generated is not None and key not in self._known:
            self._known[key] = self._exact(block)
        return self._known.get(key)

    def _exact(self, block):
        rows, name = self.claimed(block), block.function.name
        if not name.startswith(MACHINERY) or len(rows) > MOST_ROWS:
            return None
        rows = [each for each in rows if _is_of(name, each[0])]
        lines = self._generated.function(name_in_c(block.function), self._name)
        is_same = lines and lines[0].claimed == block.function.line
        found = aligned([line for _, line in rows], lines) if is_same else None
        return found and [(address, line) for (address, _), line in zip(rows, found)]


def _is_of(name, address):
    """Whether the code at an address is of that function, and not of one that is inlined there."""
    block = innermost(address)
    return block is not None and block.function.name == name


def aligned(claims, lines):
    """The true lines of rows that ``claim`` lines, in the order of their addresses, by those with code of the function (Generated.function);
    None where one claims a line that the function has not: it was not compiled of that C."""
    places = {}
    for index, each in enumerate(lines):
        places.setdefault(each.claimed, []).append(index)
    ways, steps = {0: 0}, []
    for claim in claims:
        if claim not in places:
            return None
        reached = {to: min((cost + _cost(lines, start, to), start) for start, cost in ways.items()) for to in places[claim]}
        steps.append({to: start for to, (_, start) in reached.items()})
        ways = {to: reached[to][0] for to in sorted(reached, key=reached.get)[:KEPT]}
    return _followed(lines, ways, steps)


def _cost(lines, start, to):
    """Of a row at the line ``to`` of C behind one at ``start``."""
    way = STAYED if start == to else min(to - start, MOST_AHEAD) if to > start else BACK
    if lines[to].claimed == lines[to].own:
        return way
    return way + (ASTRAY if lines[start].chunk == lines[to].chunk else ENTERED)


def _followed(lines, ways, steps):
    found, place = [], min(ways, key=ways.get)
    for step in reversed(steps):
        found.append(lines[place].own)
        place = step[place]
    return found[::-1]


def _new_files(event):
    _tables.clear()


gdb.events.new_objfile.connect(_new_files)
gdb.events.clear_objfiles.connect(_new_files)
