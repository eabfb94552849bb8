"""Source breakpoints in a .pyx, whose lines have code in several places: a ``def``, too, where its arguments are taken apart, and where the
module makes the function. They are set where the functions enter a line."""

import re

import gdb

from ..breakpoints.addresses import Address
from ..breakpoints.line_tables import SourceFile, SourceLine
from ..said import said
from .code import Function
from .functions import CALLED_BY_C, FUNCTION, GENERATOR, kind, name_in_c

HAS_LINES = " A module of Cython's has the lines of its .pyx when it is made with emit_linenums=True (cythonize) or --line-directives."
LOOKED = 20  # lines behind one without code
OPTIMISED = re.compile(r"producer .* -O(?!0)\w*(?!.* -O0)")
OF_MODULE = "__pyx_pymod_exec_"
OF_SOURCE = (FUNCTION, CALLED_BY_C, GENERATOR)

_files = {}  # path -> CythonFile


def breakpoint(path, line):
    """A CythonLine, resolved as far as it can be."""
    file = _files.setdefault(path, CythonFile(path))
    file.lines = sorted({line, *file.lines})
    return CythonLine.made(file, line)


class CythonLine(SourceLine):
    def addresses(self):
        found = super().addresses()
        if self.missing:
            self.missing += HAS_LINES
        return found

    def decide(self, decision):
        """Without a look at the condition, whose names are those of C only where it is met."""
        self.decision = decision
        for native in self.valid():
            native.decision = decision


class CythonFile(SourceFile):
    def _plain(self, line):
        return [Address(pc, symtab) for symtab in self._symtabs for pc in entered(symtab, line)] or None

    def _by_gdb(self, line):
        found, text = super()._by_gdb(line)
        return in_functions(found, line), text


def in_functions(addresses, line):
    """Of those in optimised code the ones in functions of the .pyx, where there are any, and not in what is inlined there; of a ``def`` the first."""
    found = [(each, _function(each.now()), _innermost(each.now())) for each in addresses]
    own = [each for each in found if each[1] and kind(name_in_c(each[1].function))] or found
    own = [each for each in own if each[2] and kind(name_in_c(each[2].function))] or own
    defined = [each for each in own if each[2] and each[2].function.line == line and kind(name_in_c(each[1].function)) != GENERATOR]
    return [each[0] for each in (defined[:1] or own)]


def _innermost(pc):
    """The block of the function, which may be inlined, that has the code at an address; None where none is known."""
    block = gdb.block_for_pc(pc)
    while block is not None and block.function is None:
        block = block.superblock
    return block


def entered(symtab, line):
    """The addresses at which functions enter a line, or the next one that has code; none where that is optimised, or one is too long."""
    if OPTIMISED.search(said("maint info symtabs " + re.escape(symtab.filename))):
        return []
    for wanted in range(line, line + LOOKED):
        among = functions(symtab, wanted)
        found = [entry for each in among for entry in each.entries(wanted)]
        if found or any(each.is_too_long for each in among):
            return found
    return []


def functions(symtab, line):
    """The Functions of the .pyx with code of a line: one whose ``def`` it is alone; else the module's own."""
    blocks = {}
    for entry in symtab.linetable().line(line) or ():
        block = _function(entry.pc)
        if block is not None:
            blocks[block.start] = block
    found = [Function(block, symtab) for block in blocks.values()]
    own = [each for each in found if each.kind in OF_SOURCE and not each.is_dispatcher]
    defined = [each for each in own if each.line == line and each.is_def]
    inner = [each for each in own if each.line != line or each.is_lambda]
    return defined or inner or own or [each for each in found if each.name.startswith(OF_MODULE)]


def _function(pc):
    """The block of the function that has the code at an address, also where another one is inlined there; None where none is known."""
    found, block = None, gdb.block_for_pc(pc)
    while block is not None:
        found = block if block.function is not None else found
        block = block.superblock
    return found
