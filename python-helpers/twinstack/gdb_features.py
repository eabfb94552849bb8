"""What the Python of this GDB can do; the one place where GDB's versions (10 to 18) differ."""

import contextlib
import re

import gdb


def _processor_has(flag):
    with contextlib.suppress(OSError), open("/proc/cpuinfo") as cpuinfo:
        return any(flag in line.split() for line in cpuinfo if line.startswith("flags"))
    return False


VERSION = tuple(int(part) for part in re.match(r"(\d+)\.(\d+)", gdb.VERSION).groups())
WRITES_WHILE_RUNNING = VERSION >= (11, 1)  # into the memory of a program that runs
FINDS_RETURNED_OBJECTS = VERSION >= (13, 1)  # of classes with copy constructors (GDB 10.1 does not)
WRITES_ALL_REGISTERS = not (VERSION < (14, 1) and _processor_has("amx_tile"))  # else it cannot call, and hangs backwards
HAS_MI_COMMANDS = hasattr(gdb, "MICommand")  # GDB 12
TELLS_LOCATIONS = hasattr(gdb, "BreakpointLocation")  # GDB 13
TELLS_UNLOADED = hasattr(gdb.events, "free_objfile")  # GDB 13
HARDWARE_BREAKPOINT = getattr(gdb, "BP_HARDWARE_BREAKPOINT", None)  # GDB 11
STAYS_AT_LINE = "No compiled code for line"  # GDB 16 does not move on into the next function, but says so


def _unstyled():
    try:
        gdb.Value(0).format_string(styling=False)
        return {"styling": False}
    except TypeError:  # GDB 10 does not know the option, and never styles
        return {}


UNSTYLED = _unstyled()  # options of gdb.Value.format_string for text without colours
