"""What a signal was about, by what the kernel has saved on the stack for its handler: siginfo tells only of the newest signal, which
faulthandler has sent itself. Of x86-64; Linux: arch/x86/include/uapi/asm/sigcontext.h, ucontext.h.
"""

import gdb

from ..errors import CorruptMemory
from ..inferior import arch
from .siginfo import KERNEL, Fault, code

CONTEXT = 40  # from struct ucontext to its struct sigcontext_64
ERROR, TRAP, ADDRESS = (CONTEXT + 8 * word for word in (19, 20, 22))  # err, trapno, cr2
PROTECTION_FAULT, PAGE_FAULT = 13, 14
PERMISSION = 1  # of err: the page is there


def fault(memory, native, name):
    """The siginfo.Fault of the signal ``name`` whose handler runs above an unwind.NativeFrame of gdb.SIGTRAMP_FRAME; None where it is not known."""
    if arch.of(native.frame).name != "x86_64" or native.frame.type() != gdb.SIGTRAMP_FRAME:
        return None
    try:
        trap, error, address = (memory.u64(native.sp + word) for word in (TRAP, ERROR, ADDRESS))
    except CorruptMemory:
        return None
    if trap == PAGE_FAULT:
        return Fault(name, *code(name, 2 if error & PERMISSION else 1), address, None)
    return Fault(name, *code(name, KERNEL), None, None) if trap == PROTECTION_FAULT else None
