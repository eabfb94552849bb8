"""Source breakpoints in a .pyx, whose lines have code in several places: a ``def``, too, where its arguments are taken apart, and where the
module makes the function. They are set where the functions enter a line."""

import re
import weakref

import gdb

from ..cython.code import Code, function_at
from ..cython.functions import GENERATOR, kind, name_in_c
from ..cython.true_lines import innermost
from ..said import said
from .addresses import Address
from .line_tables import SourceFile, SourceLine
from .source_names import pattern

HAS_LINES = " A module of Cython's has the lines of its .pyx when it is made with emit_linenums=True (cythonize) or --line-directives."
UTILITY = "__Pyx_"
LOOKED = 20  # lines behind one without code
PRODUCER, LEVEL = re.compile(r"^\s*producer (.*)$", re.MULTILINE), re.compile(r" -O(\w*)")

_files = weakref.WeakValueDictionary()  # path -> CythonFile, as of line_tables


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


class CythonFile(SourceFile):
    _known, _code = None, ()  # the symtabs and where they are; their Code, none where GDB is to choose

    def _plain(self, line):
        known = [(each, each.static_block().start) for each in self._symtabs]
        if known != self._known:
            is_plain = all(map(_is_plain, {each.filename for each in self._symtabs}))
            self._known, self._code = known, [Code(each) for each in self._symtabs if is_plain]
        return entered(self._code, line)

    def _by_gdb(self, line):
        found, text = super()._by_gdb(line)
        return in_functions(found, line), text


def in_functions(addresses, line):
    """Of those in optimised code the ones in functions of the .pyx, where there are any, and not in what is inlined there; of a ``def`` the first.
    None in Cython's own, to which the last lines of a source may be counted."""
    found = [(each, function_at(each.now()), innermost(each.now())) for each in addresses]
    found = [each for each in found if not each[1] or not each[1].function.name.startswith(UTILITY)]
    own = [each for each in found if each[1] and kind(name_in_c(each[1].function))] or found
    own = [each for each in own if each[2] and kind(name_in_c(each[2].function))] or own
    defined = [each for each in own if each[2] and each[2].function.line == line and kind(name_in_c(each[1].function)) != GENERATOR]
    return [each[0] for each in (defined[:1] or own)]


def entered(codes, line):
    """The Addresses at which functions enter a line, or the next one that has code in any of the Codes; None where GDB is to choose."""
    for wanted in range(line, line + LOOKED) if codes else ():
        among = [(each, code.symtab) for code in codes for each in code.functions(wanted)]
        if any(each.is_too_long for each, _ in among):
            return None
        found = [Address(entry, symtab) for each, symtab in among for entry in each.entries(wanted)]
        if found:
            return found
    return None


def _is_plain(name):
    """Whether all code of a source is known not to be optimised: clang records no options."""
    producers = PRODUCER.findall(said("maint info symtabs ^%s$" % pattern(name)))
    return bool(producers) and all(" -" in each and (LEVEL.findall(each) or ["0"])[-1] == "0" for each in producers)
