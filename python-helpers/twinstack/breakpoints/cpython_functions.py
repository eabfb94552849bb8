"""GDB's internal breakpoints at functions of CPython, made as soon as a program or library has come that has them.

GDB looks for a function through every library with debug information when its breakpoint is made, and again whenever a library is
loaded: 2 to 12 ms each time (GDB 13.1, with glibc's debug information). A session has up to eight of these, and most libraries are no
CPython. So only what names such a function in its file is looked into, once; then GDB asks ``$_twinstack_address`` where the function is by now.
"""

import struct

import gdb

from ..errors import UserError
from ..files import elf
from ..mi import unasked
from ..quiet import wordless
from ..said import said
from . import addresses, entry_breakpoint, places
from .source_files import KERNEL

OF_ALL = b"Py_FatalError"  # every CPython has it

_all = []  # CPythonFunctions


class FunctionBreakpoint(gdb.Breakpoint):
    """``function``: the CPythonFunction that it is of, or None elsewhere."""

    silent, function = True, None

    def stop(self):
        return (self.function is None or self.function.is_here()) and self.met()

    def met(self):
        """Whether the program stops here."""
        raise NotImplementedError


class CPythonFunction:
    """A breakpoint at the function ``name``, or the wait for it. ``made(location)`` makes the breakpoint, which gets this as its ``function``."""

    def __init__(self, name, made):
        self._name, self._made = name, made
        self._native, self._address, self._symbol, self._from_entry = None, 0, "", None
        _all.append(self)

    def look(self):
        """Look for the function, if it is not known where it is; make the breakpoint, unless that was done. UserError as of ``inserted``."""
        if not self._address:
            self._address = _placed(self._name)
            self._symbol = _symbol(self._address)
            self._from_entry = self._behind_entry()
        if self._address and self._native is None:
            self._native = inserted(lambda: self._made(addresses.location(self)))
            self._native.function = self

    def _behind_entry(self):
        """How far behind the program's entry point the function is; None in a library, or where that point is not known."""
        entry = entry_breakpoint.known_entry_point()
        is_programs = self._address and gdb.solib_name(self._address) is None
        return self._address - entry if is_programs and entry is not None else None

    def look_again(self):
        """The same, if a CPython has come; a breakpoint that a script of the user's has deleted is made anew."""
        if self._native is not None and not self._native.is_valid():
            self._native = None
        if _has_come:
            self.look()

    def is_valid(self):
        """As of addresses.Address."""
        return True

    def now(self):
        """Where GDB is to have the breakpoint. While the function is not loaded, as at the beginning of another run, that is the program's entry point (addresses).
        GDB asks in the midst of its own work, where no command may fail: it would not wait for the end of a "run" any more."""
        if not self._address or _symbol(self._address) != self._symbol:
            entry = entry_breakpoint.entry_point()
            self._address = 0 if self._from_entry is None else entry + self._from_entry
            return self._address or entry
        return self._address

    def is_here(self):
        """Whether the selected thread has come to the function."""
        return gdb.newest_frame().pc() == self._address

    def lose(self):
        """The program is another. What a script of the user's has deleted stays away."""
        self._address, self._from_entry = 0, None
        if self._native is not None and self._native.is_valid():
            self._native.delete()
            self._native = None

    def delete(self):
        self.lose()
        _all.remove(self)


def at(functions, breakpoints):
    """Fill the list ``functions`` with a CPythonFunction for each ``breakpoints``, {name: as of it}, unless that was done before, and look for all."""
    if not functions:
        functions.extend([CPythonFunction(*each) for each in breakpoints.items()])
    for each in functions:
        each.look_again()


def inserted(made):
    """The breakpoint of GDB's that ``made()`` makes. UserError where GDB, which inserts one at once while the program runs, cannot: it may be just
    ending. GDB keeps a breakpoint that it could not insert, and would fail with it again at the next."""
    before = gdb.breakpoints()
    try:
        return wordless(made)
    except gdb.error as error:
        for left in set(gdb.breakpoints()).difference(before):
            left.delete()
        raise UserError("Nothing can stop the program in CPython now, as when it is just ending: %s." % " ".join(str(error).split()).rstrip("."))


def _placed(name):
    """Where GDB stops in a function; 0 where there is none."""
    native = inserted(lambda: gdb.Breakpoint(function=name, internal=True))
    try:
        return next(iter(places.addresses(native)), 0)
    finally:
        native.delete()


def _symbol(address):
    """What is at an address by GDB's symbols."""
    return said("info symbol %d" % address).partition(" in section ")[0]


def _new_file(event):
    global _has_come
    if _may_have(event.new_objfile.filename or ""):
        _has_come = True
        try:
            wordless(lambda: [each.look() for each in _all])
        except UserError as error:
            unasked.sentence(str(error))


def _may_have(file):
    try:
        return elf.may_define(file, OF_ALL)
    except (OSError, ValueError, struct.error, IndexError):  # not on this machine, empty, damaged
        return not file.startswith(KERNEL)


def _cleared(event):
    global _has_come
    _has_come = False
    for each in _all:
        each.lose()


_has_come = any(_may_have(each.filename or "") for each in gdb.objfiles())  # a CPython
gdb.events.new_objfile.connect(_new_file)
gdb.events.clear_objfiles.connect(_cleared)
