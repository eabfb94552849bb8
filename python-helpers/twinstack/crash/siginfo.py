"""What the kernel tells of a signal (sigaction(2)), and what the C library said before it aborted."""

import signal
from collections import namedtuple

import gdb

from .. import session
from ..errors import CorruptMemory
from ..inferior import thread_registers
from ..said import said

NEAR_STACK = 1 << 16  # bytes around the stack pointer within which a fault tells of a full stack
FIRST_PAGE = 1 << 12

_SENT = {0: "kill", -1: "sigqueue", -6: "tgkill"}
_WITH_ADDRESS = ("SIGSEGV", "SIGBUS", "SIGFPE", "SIGILL")
KERNEL = 0x80
_CODES = {
    ("SIGSEGV", 1): ("SEGV_MAPERR", "no memory is mapped there"),
    ("SIGSEGV", 2): ("SEGV_ACCERR", "the memory there does not permit that access"),
    ("SIGSEGV", 3): ("SEGV_BNDERR", "a check of bounds failed"),
    ("SIGSEGV", 4): ("SEGV_PKUERR", "a protection key forbids that access"),
    ("SIGSEGV", KERNEL): ("SIKERNEL", "the address is none that the processor takes"),
    ("SIGBUS", 1): ("BUS_ADRALN", "the address is not aligned"),
    ("SIGBUS", 2): ("BUS_ADRERR", "there is no memory behind that address, as beyond the end of a mapped file"),
    ("SIGBUS", 3): ("BUS_OBJERR", "the hardware failed"),
    ("SIGBUS", 4): ("BUS_MCEERR_AR", "the memory there is broken"),
    ("SIGBUS", 5): ("BUS_MCEERR_AO", "broken memory was found"),
    ("SIGFPE", 1): ("FPE_INTDIV", "an integer was divided by zero, or the quotient is too large"),
    ("SIGFPE", 2): ("FPE_INTOVF", "an integer overflowed"),
    ("SIGFPE", 3): ("FPE_FLTDIV", "a floating-point number was divided by zero"),
    ("SIGFPE", 4): ("FPE_FLTOVF", "a floating-point number overflowed"),
    ("SIGFPE", 5): ("FPE_FLTUND", "a floating-point number underflowed"),
    ("SIGFPE", 6): ("FPE_FLTRES", "a floating-point result is not exact"),
    ("SIGFPE", 7): ("FPE_FLTINV", "a floating-point operation is not valid"),
    ("SIGILL", 1): ("ILL_ILLOPC", "the instruction is none of this processor"),
    ("SIGILL", 2): ("ILL_ILLOPN", "the instruction is none of this processor, or was put there to end the program"),
    ("SIGILL", 5): ("ILL_PRVOPC", "only the kernel may run that instruction"),
}


class Fault(namedtuple("Fault", "name code why address sender")):
    """A signal: ``code`` is the kernel's word for its cause and ``why`` that as a clause, both None where it has none;
    ``address``: what the instruction meant, None where the kernel does not tell; ``sender``: who sent it, None for the kernel."""


def of_selected():
    """The Fault of the selected thread; None where GDB does not know of any: no process, a core file without it."""
    try:
        told = gdb.parse_and_eval("$_siginfo")
        name, number, fields = _name(int(told["si_signo"])), int(told["si_code"]), told["_sifields"]
        if number in _SENT:
            return Fault(name, None, None, None, _sender(_SENT[number], fields["_kill"]))
        has_address = name in _WITH_ADDRESS and number != KERNEL
        return Fault(name, *code(name, number), int(fields["_sigfault"]["si_addr"]) if has_address else None, None)
    except gdb.error:
        return None


def code(name, number):
    """The kernel's word for the si_code of a signal, and that as a clause, or None."""
    return _CODES.get((name, number), ("si_code %d" % number, None))


def _name(number):
    try:
        return signal.Signals(number).name
    except ValueError:  # of real time
        return "signal %d" % number


def meaning(name):
    """GDB's words for a signal, as "Segmentation fault"; they end the last line of "info signals"."""
    return said("info signals " + name).splitlines()[-1].split(None, 4)[-1]


def explained(name, meaning):
    """A sentence on a signal of the selected thread: what the kernel tells of it, else what GDB
    says that it means."""
    fault = of_selected()
    if fault is None:
        return "%s: %s." % (name, meaning)
    if fault.sender:
        return "%s: %s; %s." % (name, meaning, fault.sender)
    if name not in _WITH_ADDRESS:
        return "%s: %s." % (name, meaning)
    if fault.address is None:
        return "%s (%s): %s." % (name, fault.code, fault.why or meaning)
    why = _hint(name, fault.address) or fault.why or meaning
    return "%s (%s) at address 0x%x: %s." % (name, fault.code, fault.address, why)


def _sender(call, fields):
    pid = int(fields["si_pid"])
    if pid == gdb.selected_inferior().pid:
        return "the program sent it to itself"
    return "process %d sent it with %s()" % (pid, call)


def _hint(name, address):
    """The likely reason of a fault at an address, where it tells more than the kernel's code."""
    if name != "SIGSEGV":
        return None
    if address < FIRST_PAGE:
        return "a null pointer was followed"
    return "the stack is full, as after endless recursion" if is_near_stack(address, gdb.newest_frame()) else None


def is_near_stack(address, frame):
    return abs(address - thread_registers.register(frame, "sp")) < NEAR_STACK


def abort_message():
    """What glibc wrote before it aborted (``free(): invalid pointer``, a failed assertion), or None:
    struct abort_msg_s {unsigned size; char msg[]} *__abort_msg, in glibc's include/stdlib.h."""
    try:
        told = int(gdb.parse_and_eval("*(long *)&__abort_msg"))
        return session.debuggee().memory.text(told + 4).strip() if told else None
    except (gdb.error, CorruptMemory):
        return None
