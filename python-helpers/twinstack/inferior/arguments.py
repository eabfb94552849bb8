"""The arguments of a function that has just been called."""

import gdb

from . import thread_registers

MOST = 6  # whose registers are known
_ARGUMENTS = {"i386:x86-64": ("rdi", "rsi", "rdx", "rcx", "r8", "r9"), "aarch64": ("x0", "x1", "x2", "x3", "x4", "x5")}


def passed(frame, index, name=None):
    """Argument ``index`` of the function of ``frame``, at its beginning, as an integer: by its
    ``name`` in the debug information, else from its register; 0 where that is not known."""
    try:
        return int(frame.read_var(name)) if name else _in_register(frame, index)
    except (ValueError, gdb.error):
        return _in_register(frame, index)


def _in_register(frame, index):
    registers = _ARGUMENTS.get(frame.architecture().name())
    return thread_registers.register(frame, registers[index]) if registers else 0
