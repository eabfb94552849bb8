"""Signals as DAP's exception filters, and what the kernel tells of one (sigaction(2)).

A signal whose filter is off passes to the program without a stop. SIGINT and SIGTRAP, which
debuggers use themselves, and those of job control are left as GDB handles them.
"""

import gdb

from . import session, signal_conditions, thread_registers
from .errors import CorruptMemory
from .said import said

DEADLY = ("SIGSEGV", "SIGABRT", "SIGFPE", "SIGBUS", "SIGILL")
OTHERS = "other_signals"
OTHER_SIGNALS = (
    "SIGHUP SIGQUIT SIGSYS SIGPIPE SIGTERM SIGUSR1 SIGUSR2 SIGXCPU SIGXFSZ SIGPWR SIGIO SIGPOLL SIGLOST"
).split()
FILTERS = DEADLY + (OTHERS,)
_always = {}  # filter -> whether the program always stops at its signals, as far as it was set here
NEAR_STACK = 1 << 16  # bytes around the stack pointer within which a fault tells of a full stack
FIRST_PAGE = 1 << 12

_SENT = {0: "kill", -1: "sigqueue", -6: "tgkill"}
_WITH_ADDRESS = ("SIGSEGV", "SIGBUS", "SIGFPE", "SIGILL")
_KERNEL = 0x80
_CODES = {
    ("SIGSEGV", 1): ("SEGV_MAPERR", "no memory is mapped there"),
    ("SIGSEGV", 2): ("SEGV_ACCERR", "the memory there does not permit that access"),
    ("SIGSEGV", 3): ("SEGV_BNDERR", "a check of bounds failed"),
    ("SIGSEGV", 4): ("SEGV_PKUERR", "a protection key forbids that access"),
    ("SIGSEGV", _KERNEL): ("SI_KERNEL", "the address is none that the processor takes"),
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


def stop_at(wanted):
    """Stop at the signals of the filters ``wanted``: {filter: condition or ""}. What the user has told
    GDB of a signal stays where its filter does not change, and whether it is passed on in any case."""
    conditions = {}
    for name in FILTERS:
        names = _known() if name == OTHERS else [name]
        always = name in wanted and not wanted[name]
        if _always.get(name) != always:
            _always[name] = always
            how = "stop print" if always else "nostop noprint"
            gdb.execute("handle %s %s" % (" ".join(names), how), to_string=True)
        if wanted.get(name):
            conditions.update(dict.fromkeys(names, wanted[name]))
    signal_conditions.replace(conditions)


def _known():
    """Those of OTHER_SIGNALS that this GDB knows."""
    names = {text.split(None, 1)[0] for text in said("info signals").splitlines() if text.startswith("SIG")}
    return [each for each in OTHER_SIGNALS if each in names]


def explained(name, meaning):
    """A sentence on a signal of the selected thread: what the kernel tells of it, else what GDB
    says that it means."""
    try:
        told = gdb.parse_and_eval("$_siginfo")
        code, fields = int(told["si_code"]), told["_sifields"]
        if code in _SENT:
            return "%s: %s; %s." % (name, meaning, _sender(_SENT[code], fields["_kill"]))
        known, why = _CODES.get((name, code), ("si_code %d" % code, meaning))
        address = int(fields["_sigfault"]["si_addr"])
    except gdb.error:  # no process, or a core file without it
        return "%s: %s." % (name, meaning)
    if name not in _WITH_ADDRESS:
        return "%s: %s." % (name, meaning)
    if code == _KERNEL:
        return "%s (%s): %s." % (name, known, why)
    return "%s (%s) at address 0x%x: %s." % (name, known, address, _hint(name, address) or why)


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
    stack = thread_registers.register(gdb.newest_frame(), "sp")
    if abs(address - stack) < NEAR_STACK:
        return "the stack is full, as after endless recursion"
    return None


def abort_message():
    """What glibc wrote before it aborted (``free(): invalid pointer``, a failed assertion), or None:
    struct abort_msg_s {unsigned size; char msg[]} *__abort_msg, in glibc's include/stdlib.h."""
    try:
        told = int(gdb.parse_and_eval("*(long *)&__abort_msg"))
        return session.debuggee().memory.text(told + 4).strip() if told else None
    except (gdb.error, CorruptMemory):
        return None
