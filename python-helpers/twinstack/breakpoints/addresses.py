"""Addresses of code that move with their object file, as locations of GDB's breakpoints.

GDB looks for a ``path:line`` or a function through every library with debug information when its
breakpoint is made, and again whenever a library is loaded: 2 to 12 ms each (GDB 13.1, with glibc's
debug information). ``*$_twinstack_address(N)`` is evaluated again in the place of that, in 15 us.
"""

import gdb

from ..gdb_features import TELLS_LOCATIONS
from ..quiet import quietly, wordless
from . import entry_breakpoint, pending, places, source_names
from .decisions import DecidedBreakpoint
from .pending import PendingBreakpoint

_addresses = []  # by the number N


class Address:
    """``pc``, as the distance from where the code of its source begins. ``symtab``: one of that source."""

    def __init__(self, pc, symtab):
        self._symtab = symtab
        self._distance = pc - _start(symtab)

    @classmethod
    def of(cls, pc):
        """None where there is no debug information."""
        symtab = gdb.find_pc_line(pc).symtab
        return symtab and cls(pc, symtab)

    def is_valid(self):
        """Whether its object file is loaded still."""
        return self._symtab.is_valid()

    def now(self):
        return _start(self._symtab) + self._distance


def _start(symtab):
    return symtab.static_block().start


def location(address):
    """The location of a breakpoint of GDB's at an Address, or at what has its ``is_valid`` and ``now``."""
    if not _addresses:
        AddressFunction()
    _addresses.append(address)
    return "*$_twinstack_address(%d)" % (len(_addresses) - 1)


def placed_by_gdb(**where):
    """(The Addresses where GDB places a breakpoint, what it says of it). ``where``: gdb.Breakpoint's
    arguments. MI does not show it, where GDB can tell the places of such a one."""
    native, text = quietly(lambda: gdb.Breakpoint(internal=TELLS_LOCATIONS, **where))
    try:
        return list(filter(None, map(Address.of, places.addresses(native)))), text
    finally:
        native.delete()


def placed_on_line(path, line):
    """As ``placed_by_gdb``, of a line of a file by all names that debug information has for that."""
    found, text = placed_by_gdb(source=path, line=line)
    for name in [] if found else source_names.others(path):
        found += placed_by_gdb(source=name, line=line)[0]
    return found, text


class AddressBreakpoint(DecidedBreakpoint):
    """A breakpoint of GDB at an Address."""

    def __init__(self, address, **kind):
        self.address = address
        super().__init__(location(address), **kind)

    def is_loaded(self):
        return self.address.is_valid()

    def stop(self):
        return self.is_loaded() and super().stop()


class AddressedBreakpoint(PendingBreakpoint):
    """One whose natives are AddressBreakpoints, of the ``kind`` that gdb.Breakpoint takes."""

    kind = {}

    def __init__(self):
        super().__init__()
        self._known = []  # Addresses at which it was placed; the user may have deleted that since

    def addresses(self):
        """Where it is, as far as that is loaded."""
        raise NotImplementedError

    def concerns(self, objfile):
        return self.is_outdated()

    def is_outdated(self):
        """Whether an object file is gone in which it was."""
        return not all(each.is_valid() for each in self._known)

    def resolve(self):
        self._known = [each for each in self._known if each.is_valid()]
        for native in [each for each in self.valid() if not each.is_loaded()]:
            self.natives.remove(native)
            native.delete()
        known = {each.now() for each in self._known}
        new = [each for each in self.addresses() if each.now() not in known]
        self.accept(new)
        for address in new:
            self._known.append(address)
            self.add(wordless(lambda: AddressBreakpoint(address, **self.kind)))

    def accept(self, new):
        """Raise UserError where it cannot be at those Addresses, too."""

    def clear(self):
        super().clear()
        self._known = []


class AddressFunction(gdb.Function):
    """``$_twinstack_address(N)``: where the Address of that number is by now. For one whose object file is
    gone it is the program's entry point, which has been run by then: GDB would complain of an error at
    each library, and of an address without memory when the program is to run on."""

    def __init__(self):
        super().__init__("_twinstack_address")

    def invoke(self, number):
        address = _addresses[int(number)]
        if address.is_valid():
            return address.now()
        pending.resolve_outdated()
        return entry_breakpoint.entry_point()
