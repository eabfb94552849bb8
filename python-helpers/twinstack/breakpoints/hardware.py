"""The processor's debug registers: breakpoints in the mode "hardware", and how many there can be."""

import os

import gdb

from ..errors import UserError
from ..gdb_features import HARDWARE_BREAKPOINT
from ..quiet import quietly
from . import places, source_files
from .addresses import AddressedBreakpoint, placed_on_line
from .decisions import DecidedBreakpoint
from .pending import PendingBreakpoint

_WATCHPOINTS = (gdb.BP_HARDWARE_WATCHPOINT, gdb.BP_READ_WATCHPOINT, gdb.BP_ACCESS_WATCHPOINT)

REGISTERS = 4  # of an x86 (Intel SDM, volume 3, "Debug Registers") and at least of an ARMv8
WAITS = "A hardware breakpoint is set when the program has started."
WIDTH = 8  # bytes that one of them can watch, at an address that is a multiple of their number


def line(source, number):
    """The HardwareLine at a line of a source. Raises UserError or gdb.error where GDB can make none."""
    _require_kind()
    return HardwareLine.made(source, number)


def instruction(address):
    _require_kind()
    return HardwareInstruction.made(address)


class HardwareLine(AddressedBreakpoint):
    """Made once there is a process: before, GDB knows no debug registers. Each of its places takes one,
    and a line of a template has a place in each instance, one of a library's in each copy of that."""

    missing = WAITS
    kind = {"type": HARDWARE_BREAKPOINT}

    def __init__(self, source, number):
        super().__init__()
        self.source, self.number_of_line = source, number

    def concerns(self, objfile):
        is_new = not self._known or source_files.may_have(objfile, os.path.basename(self.source))
        return is_new or super().concerns(objfile)

    def addresses(self):
        if not gdb.selected_inferior().pid:
            return []
        return placed_on_line(self.source, self.number_of_line)[0]

    def accept(self, new):
        """GDB would say so only when the program is to run on, and could not run it."""
        count = len(self.natives) + len(new)
        if count == 1 and new:
            require(1)
        elif new and _used() + len(new) > REGISTERS:
            self.clear()
            raise UserError(
                "It has %d places, and each takes one of the processor's %d debug registers; %d are in use."
                % (count, REGISTERS, _used())
            )


class HardwareInstruction(PendingBreakpoint):
    """A hardware breakpoint at one address, set as soon as there is a process."""

    missing = WAITS

    def __init__(self, address):
        super().__init__()
        self.address = address

    def resolve(self):
        if not self.natives and gdb.selected_inferior().pid:
            require(1)
            self.add(quietly(lambda: DecidedBreakpoint("*0x%x" % self.address, type=HARDWARE_BREAKPOINT))[0])


def _require_kind():
    if HARDWARE_BREAKPOINT is None:
        raise UserError(
            "Hardware breakpoints need GDB 11 or newer; this is GDB %s. Set it in the mode 'software'."
            % gdb.VERSION
        )


def require(registers):
    """Raise UserError unless so many registers are free; GDB itself says so only when the program
    is to run on, and then it cannot."""
    used = _used()
    if used + registers > REGISTERS:
        raise UserError(
            "The processor has %d debug registers, and %d of them are in use; remove a hardware or data breakpoint first."
            % (REGISTERS, used)
        )


def words(address, size):
    """How many registers watching ``size`` bytes at ``address`` takes: each has 1, 2, 4 or 8 of them."""
    count = 0
    while size > 0:
        width = WIDTH
        while address % width or width > size:
            width //= 2
        address, size, count = address + width, size - width, count + 1
    return count


def _used():
    return sum(map(_registers, gdb.breakpoints()))


def _registers(native):
    if not native.enabled:
        return 0
    if native.type == HARDWARE_BREAKPOINT:
        return max(places.count(native), 1)
    return getattr(native, "registers", 1) if native.type in _WATCHPOINTS else 0
