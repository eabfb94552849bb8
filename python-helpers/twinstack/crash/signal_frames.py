"""What a signal was about, by what the kernel has saved on the stack for its handler: siginfo tells only of the newest signal, which
faulthandler has sent itself. Of x86-64; Linux: arch/x86/include/uapi/asm/sigcontext.h, ucontext.h, asm/trapnr.h, kernel/traps.c, mm/fault.c.
"""

import re
from collections import namedtuple

import gdb

from ..errors import CorruptMemory
from ..inferior import arch
from . import regions
from .siginfo import KERNEL, Fault, code

CONTEXT = 40  # from struct ucontext to its struct sigcontext_64
SAVED = [CONTEXT + 8 * word for word in (16, 19, 20, 22)]  # ip, err, trapno, cr2
DIVISION, INSTRUCTION, PROTECTION, PAGE, FLOATING, ALIGNMENT, VECTOR = 0, 6, 13, 14, 16, 17, 19  # numbers of traps
PRESENT, WRITES, FETCHES = 1 << 0, 1 << 1, 1 << 4  # of err, of a page fault
DIVIDES = re.compile(r"i?div[bwlq]?\s")
SYSCALL = b"\x0f\x05"
ENDED = "its handler has sent %s"

Saved = namedtuple("Saved", "counter error trap address")
Cause = namedtuple("Cause", "signal code address")  # the number si_code and si_addr, None where they are not known


def fault(memory, native, sent):
    """The siginfo.Fault for which the handler above an unwind.NativeFrame of gdb.SIGTRAMP_FRAME was called, and which has ``sent`` a signal; None where it
    was called for no fault. What is saved of one may be of an older fault; a signal that was sent comes at the end of a system call."""
    if arch.of(native.frame).name != "x86_64" or native.frame.type() != gdb.SIGTRAMP_FRAME:
        return None
    try:
        saved = Saved(*(memory.u64(native.sp + word) for word in SAVED))
        cause = None if memory.readable(max(0, saved.counter - len(SYSCALL)), len(SYSCALL)) == SYSCALL else _cause(native, saved)
    except CorruptMemory:
        return None
    if cause is None:
        return None
    told = (None, None) if cause.code is None else code(cause.signal, cause.code)
    return Fault(cause.signal, *told, cause.address, None if sent == cause.signal else ENDED % sent)


def _cause(native, saved):
    if saved.trap == PAGE:
        return Cause(*_of_page(saved), saved.address)
    if saved.trap == DIVISION:  # what is saved where there was no trap, too
        return Cause("SIGFPE", 1, saved.counter) if _divides(native, saved.counter) else None
    return {
        INSTRUCTION: Cause("SIGILL", 2, saved.counter),
        PROTECTION: Cause("SIGSEGV", KERNEL, None),
        FLOATING: Cause("SIGFPE", None, saved.counter),
        ALIGNMENT: Cause("SIGBUS", 1, None),
        VECTOR: Cause("SIGFPE", None, saved.counter),
    }.get(saved.trap)


def _of_page(saved):
    """A signal and its si_code: no memory is mapped there, or it does not permit that, or there is none behind it, as beyond the end of a mapped file."""
    if saved.error & PRESENT:
        return "SIGSEGV", 2
    try:
        mapped = regions.at(saved.address)
    except LookupError:
        mapped = None
    if mapped is None:
        return "SIGSEGV", 1
    wanted = "x" if saved.error & FETCHES else "w" if saved.error & WRITES else "r"
    return ("SIGBUS" if wanted in mapped.get("permissions", "") else "SIGSEGV"), 2


def _divides(native, counter):
    try:
        return bool(DIVIDES.match(native.frame.architecture().disassemble(counter)[0]["asm"]))
    except gdb.error:
        return False
