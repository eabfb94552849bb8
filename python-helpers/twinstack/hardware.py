"""The processor's debug registers: breakpoints in the mode "hardware", and how many there can be."""

import gdb

from . import places
from .breakpoint_sets import GdbBreakpoint
from .decisions import DecidedBreakpoint
from .errors import UserError
from .pending import PendingBreakpoint
from .gdb_features import HARDWARE_BREAKPOINT
from .quiet import quietly

_WATCHPOINTS = (gdb.BP_HARDWARE_WATCHPOINT, gdb.BP_READ_WATCHPOINT, gdb.BP_ACCESS_WATCHPOINT)

REGISTERS = 4  # of an x86 (Intel SDM, volume 3, "Debug Registers") and at least of an ARMv8
WIDTH = 8  # bytes that one of them can watch, at an address that is a multiple of their number


def made(mode, **where):
    """(The GdbBreakpoint of a breakpoint in DAP's mode "hardware", "software" or None, what GDB said of
    it). ``where``: arguments of gdb.Breakpoint."""
    if mode != "hardware":
        native, text = quietly(lambda: DecidedBreakpoint(**where))
        return GdbBreakpoint(native), text
    _require_kind()
    return HardwareBreakpoint.made(where), ""


class HardwareBreakpoint(PendingBreakpoint):
    """Made once there is a process: before, GDB knows no debug registers."""

    missing = "A hardware breakpoint is set when the program has started."

    def __init__(self, where):
        super().__init__()
        self.where = where

    def resolve(self):
        if not self.natives and gdb.selected_inferior().pid:
            require(1)
            self.add(quietly(lambda: DecidedBreakpoint(type=HARDWARE_BREAKPOINT, **self.where))[0])
            self._require_all()

    def _require_all(self):
        """Each of its places takes a register, and a line of a template has one in each instance."""
        if _used() > REGISTERS:
            count = places.count(self.natives[0])
            self.clear()
            raise UserError(
                "It has %d places, and each takes one of the processor's %d debug registers; %d are in use."
                % (count, REGISTERS, _used())
            )


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
