"""The processor's debug registers: breakpoints in the mode "hardware", and how many there can be."""

import gdb

from .errors import UserError

_WATCHPOINTS = (gdb.BP_HARDWARE_WATCHPOINT, gdb.BP_READ_WATCHPOINT, gdb.BP_ACCESS_WATCHPOINT)

REGISTERS = 4  # of an x86 (Intel SDM, volume 3, "Debug Registers") and at least of an ARMv8
WIDTH = 8  # bytes that one of them can watch, at an address that is a multiple of their number


def kind_of(mode):
    """The arguments of gdb.Breakpoint for DAP's breakpoint mode "hardware", "software" or None."""
    if mode != "hardware":
        return {}
    if not hasattr(gdb, "BP_HARDWARE_BREAKPOINT"):
        raise UserError(
            "Hardware breakpoints need GDB 11 or newer; this is GDB %s. Set it in the mode 'software'."
            % gdb.VERSION
        )
    require(1)
    return {"type": gdb.BP_HARDWARE_BREAKPOINT}


def require(registers):
    """Raise UserError unless so many registers are free; GDB itself says so only when the program
    is to run on, and then it cannot."""
    used = sum(map(_registers, gdb.breakpoints()))
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


def _registers(native):
    if not native.enabled:
        return 0
    if native.type == getattr(gdb, "BP_HARDWARE_BREAKPOINT", None):
        return 1
    return getattr(native, "registers", 1) if native.type in _WATCHPOINTS else 0
