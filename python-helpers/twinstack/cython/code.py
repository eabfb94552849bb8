"""The machine code of a function of Cython's: where it enters a line of the .pyx from the code of another.

Cython makes several pieces of C for a line: of a loop at its begin and its end, of ``finally`` one for each way there. Some claim to be of lines
that are not their own; where the C is not there that would tell (true_lines.py), those are known by how small they are.
"""

import bisect

import gdb

from ..later import re
from . import true_lines
from .functions import CALLED_BY_C, FUNCTION, GENERATOR, LAMBDA, kind, name_in_c

TINY = 24  # bytes of code that is counted to a line that is not its own
PROLOGUE = 64  # the same, where a function begins
ASTRAY = 3  # such lines in a row, and how far away they are
FAR = 20  # the same, where a function begins
JUMP = 5  # bytes
MOST = 200000  # bytes of a function that is looked at
GENEXPR, DISPATCHED = "genexpr", "__pyx_v_signatures"  # an argument of what chooses among the functions of a fused one
LEADS = re.compile(r"(?:bnd |notrack )?(?:j\w+|b(?:\.\w+)?|cbn?z|tbn?z)\s.*?(0x[0-9a-f]+)(?: <|$)")  # x86-64, AArch64
LEAVES = re.compile(r"(?:bnd |notrack )?(?:jmpq?|retq?|hlt|ud2|br|b(?!\.))\b")  # GDB 10 has the q
OF_MODULE = "__pyx_pymod_exec_"
OF_SOURCE = (FUNCTION, CALLED_BY_C, GENERATOR)


class Code:
    """Of a gdb.Symtab while it is valid and where it is: the Functions that were asked for."""

    def __init__(self, symtab):
        self.symtab = symtab
        self._table = true_lines.table(symtab)
        self._functions = {}  # by where they start

    def functions(self, line):
        """The Functions of the .pyx with code of a line: one whose ``def`` it is alone; else the module's own."""
        blocks = filter(None, (function_at(entry.pc) for entry in self.symtab.linetable().line(line) or ()))
        found = [self._function(block) for block in {block.start: block for block in blocks}.values()]
        own = [each for each in found if each.kind in OF_SOURCE and not each.is_dispatcher]
        defined = [each for each in own if each.line == line and each.is_def]
        inner = [each for each in own if each.line != line or each.is_lambda]
        return defined or inner or own or [each for each in found if each.name.startswith(OF_MODULE)]

    def _function(self, block):
        if block.start not in self._functions:
            self._functions[block.start] = Function(block, self._table)
        return self._functions[block.start]


def function_at(pc):
    """The block of the function that has the code at an address, also where another one is inlined there; None where none is known."""
    found, block = None, gdb.block_for_pc(pc)
    while block is not None:
        found = block if block.function is not None else found
        block = block.superblock
    return found


class Run:
    """A piece of code that is counted to one line."""

    __slots__ = ("line", "start", "end")

    def __init__(self, line, start, end):
        self.line, self.start, self.end = line, start, end

    @property
    def size(self):
        return self.end - self.start


class Function:
    """``name`` in C, ``line`` of its ``def``; ``is_def``: whether it is what a ``def`` or ``cdef`` makes. ``is_dispatcher``: it chooses
    among those of a fused one."""

    def __init__(self, block, table):
        self.name, self.line = name_in_c(block.function), block.function.line
        self.kind = kind(self.name)
        self.is_lambda = bool(LAMBDA.match(self.name))
        self.is_dispatcher = any(each.name == DISPATCHED for each in block)
        is_called = self.kind in (FUNCTION, CALLED_BY_C)
        self.is_def = is_called and not self.is_lambda and not self.name.endswith(GENEXPR)
        self.start, self.end = block.start, block.end
        self.is_too_long = self.end - self.start > MOST
        self._rows, self._exact = table.claimed(block), table.exact(block)
        self._jumps = None

    def entries(self, line):
        """The addresses where it enters a line; of ``def`` the one where its arguments are in their places. Not of one that is too long."""
        if self._exact and line != self.line:  # where its arguments are taken apart, too
            runs = without_astray(runs_of(self._exact, self.end), 0)
        else:
            runs = without_astray(self._without_prologue(runs_of(self._rows, self.end)))
        if line == self.line and (self.is_def or self.is_lambda):
            return [self._begin(runs[0])]
        resumes = self.line if self.kind == GENERATOR else None
        self._jumps = self._jumps or Jumps(self.start, self.end)
        return self._jumps.into(runs, line, resumed_by=resumes)

    def _begin(self, first):
        """Behind the prologue, as the second entry of that line tells, or else at the last instruction before the next line's code."""
        own = [address for address, line in self._rows[1:] if line == self.line and address < first.end]
        return own[0] if own else disassembled(first.start, first.end)[-1]["addr"]

    def _without_prologue(self, runs):
        """Code at the beginning that stands before more of the line of ``def`` is of that line, unless it is the only one of its own."""
        behind = 0
        for index, run in enumerate(runs):
            if run.line == self.line:
                behind = index if run.size > TINY else behind
            elif index and (run.size > PROLOGUE or not self.line < run.line <= self.line + FAR):
                break
        is_more = any(run.line != self.line for run in runs[behind + 1 :])
        if not is_more:
            return runs
        return [Run(self.line, self.start, runs[behind].end)] + runs[behind + 1 :]


def runs_of(entries, end):
    found = []
    for address, line in entries:
        if found and found[-1].line == line:
            continue
        if found:
            found[-1].end = address
        found.append(Run(line, address, end))
    return found


def without_astray(runs, tiny=TINY):
    """The Runs without code that is counted to a line that is not its own: ``tiny`` bytes at most, or less than a jump, between two of one line."""
    most = {}
    for run in runs:
        most[run.line] = max(most.get(run.line, 0), run.size)
    found = []
    for run in runs:
        for back in range(1, min(ASTRAY, len(found) - 1) + 1):
            is_same = found[-back - 1].line == run.line
            if is_same and all(_is_astray(each, run.line, most, tiny) for each in found[-back:]):
                del found[-back:]
                break
        if found and found[-1].line == run.line:
            found[-1] = Run(run.line, found[-1].start, run.end)
        else:
            found.append(run)
    return found


def _is_astray(run, line, most, tiny):
    return run.size < JUMP or line < run.line <= line + ASTRAY and run.size <= tiny and run.size < most[run.line]


class Jumps:
    """Those of a function's code: ``_to`` has (from, to), ``_always`` (from: to) those without a condition, ``_closed`` the addresses that
    are reached by a jump alone."""

    def __init__(self, start, end):
        self._to, self._always, self._closed = [], {}, {start}
        for each in disassembled(start, end):
            address, found = each["addr"], LEADS.match(each["asm"])
            target = int(found.group(1), 16) if found else 0
            if start <= target < end:
                self._to.append((address, target))
            if LEAVES.match(each["asm"]):
                self._always[address] = target
                self._closed.add(address + each["length"])

    def into(self, runs, line, resumed_by=None):
        """The addresses where code of another line leads to this one's; that of the line ``resumed_by`` leads only to the beginning of runs."""
        starts = [run.start for run in runs]
        own = [run for run in runs if run.line == line]
        found = {run.start for run in own if run.start not in self._closed and not self._only_leaves(run, own)}
        for source, target in self._to:
            reached, left = (runs[bisect.bisect_right(starts, each) - 1].line for each in (target, source))
            if reached == line != left and (left != resumed_by or target in starts):
                found.add(target)
        return sorted(each for each in found if self._always.get(each) not in found)

    def _only_leaves(self, run, own):
        """Whether it is no more than a jump to other lines, from behind a branch of an ``if``."""
        target = self._always.get(run.start)
        return target is not None and run.size <= JUMP and not any(each.start <= target < each.end for each in own)


def disassembled(start, end):
    return gdb.selected_inferior().architecture().disassemble(start, end - 1)
