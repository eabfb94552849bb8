"""Calls by hand, on x86-64: unlike GDB's own they have an end, other threads' stops do not break them off, and they are possible on
GDBs that cannot write back all of a processor's registers (program_calls).

Only general registers are written. The code that is called in the function's place saves all others in the program and
brings them back: xsave64 [r13]; call *r12; xrstor64 [r13]; jmp *r14. It ends at the program's entry point, which never runs
again, and at which GDB has a breakpoint.
"""

import contextlib
import struct

import gdb

from ... import session
from ...errors import UserError
from ...inferior import arch, inferior_calls
from ...inferior.thread_registers import register
from ...later import re
from ...quiet import quietly
from ...said import said
from . import runs, way_back
from .call_unwinder import CallUnwinder

HEADER_OF_AREA = 512  # offset in an XSAVE area; it must be clear
RED_ZONE = 8192  # bytes below the stack pointer that stay as they are
SAVED = "rax rbx rcx rdx rsi rdi rbp rsp r8 r9 r10 r11 r12 r13 r14 r15 rip eflags orig_rax".split()
PASSED = "rdi rsi rdx rcx r8 r9".split()
NO_SYSTEM_CALL = (1 << 64) - 1
CODE = bytes.fromhex(
    "50 52"  # push rax; push rdx
    "b8e7000000 31d2 490fae6500"  # mov eax, 0xe7 (x87, SSE, AVX, AVX-512); xor edx, edx; xsave64 [r13]
    "5a 58"  # pop rdx; pop rax
    "41ffd4 4889c3"  # call r12; mov rbx, rax
    "b8e7000000 31d2 490fae6d00"  # the same; xrstor64 [r13]
    "4889d8 41ffe6"  # mov rax, rbx; jmp r14
)
PUSHED = 16  # bytes
BEHIND = CODE.index(bytes.fromhex("41ffd4")) + 3  # offset of what is behind the call
ENTRY = re.compile(r"^9\s+AT_ENTRY.*\s(0x[0-9a-f]+)\s*$", re.MULTILINE)

_calls = []  # Call: each within the one before
_unwinder = CallUnwinder(_calls)
_afterwards = []  # (function, arguments): what is to be called behind those that are under way; None: what they have returned


class Call:
    """One that is under way. Addresses: ``code``, of what calls the function; ``landing``, where that ends; ``stack``, the stack pointer with which the
    function returns; ``area``, where the registers are saved that GDB does not write.

    ``before``: {name: value} of the others, before the call; ``afterwards``: (function, arguments) of what is still to be called behind it."""

    def __init__(self, thread, before, code, landing, stack, area):
        self.thread, self.before, self.area = thread, before, area
        self._code, self._landing, self._stack = code, landing, stack
        self.afterwards = list(_afterwards)

    def calls_at(self, pc, sp):
        """Whether a frame with these registers is the one that calls the function."""
        return (pc == self._landing or 0 <= pc - self._code < len(CODE)) and self._stack - PUSHED <= sp <= self._stack


@contextlib.contextmanager
def followed_by(function, *arguments):
    """Calls that are made within it have to be followed by another."""
    _afterwards.append((function, arguments))
    try:
        yield
    finally:
        _afterwards.pop()


class LandingBreakpoint(gdb.Breakpoint):
    """At the landing place, where a call ends; for the thread that calls alone."""

    silent = True


def are_possible():
    return gdb.newest_frame().architecture().name() == arch.X86_64


def call(function, arguments, memory, others, limit=None):
    """A generator (errands): what the function at an address returns, called in the selected thread with integers, six at most.

    ``memory``: a scratch.Memory; None for a function that uses no vector registers. ``others``, ``limit``: as of runs.until; what interrupts it is
    called within this call.
    """
    thread, before, landing = gdb.selected_thread(), registers(), entry_point()
    stack = (before["rsp"] - RED_ZONE) & ~63
    wanted = dict(zip(PASSED, arguments), rax=0, orig_rax=NO_SYSTEM_CALL)
    writable = session.debuggee().memory
    saved = memory and memory.saved[len(_calls)]
    if memory:
        writable.write(saved + HEADER_OF_AREA, bytes(64))
        wanted.update(rip=memory.code, rsp=stack, r12=function, r13=saved, r14=landing)
    else:
        writable.write(stack - 8, struct.pack("<Q", landing))
        wanted.update(rip=function, rsp=stack - 8)
    under_way = _begun(Call(thread, before, memory.code if memory else landing, landing, stack, saved))
    try:
        yield from landed(thread, landing, stack, wanted, others, limit)
    finally:
        _ended(under_way)
    found = registers()["rax"]
    write(before)
    inferior_calls.returned(thread.global_num, before["rip"], before["rsp"])
    return found


def _begun(call):
    _calls.append(call)
    inferior_calls.interrupts(call.thread.global_num, call.before["rsp"])
    _unwinder.begin()
    return call


def _ended(call):
    _calls.remove(call)
    if all(each.thread != call.thread for each in _calls):
        inferior_calls.goes_on(call.thread.global_num)


def landed(thread, landing, stack, wanted, others, limit):
    """A generator (errands): the thread has run from the registers ``wanted`` to the landing place, however late."""
    breakpoint, _ = quietly(lambda: LandingBreakpoint("*%d" % landing, internal=True))
    breakpoint.thread = thread.global_num
    write(wanted)
    try:
        yield from runs.until(thread, lambda: inferior_calls.stands_at(landing, stack), others, limit, is_kept=True)
    finally:
        if breakpoint.is_valid():
            breakpoint.delete()


def registers():
    frame = gdb.newest_frame()
    return {name: register(frame, name) for name in SAVED}


def write(values):
    """GDB unwinds anew after each, and writes into the frame that is selected; rip goes first, and the stack pointer last."""
    order, language = {"rip": 0, "rsp": 2}, gdb.parameter("language")
    gdb.execute("set language c", to_string=True)
    try:
        for name in sorted(values, key=lambda name: order.get(name, 1)):
            gdb.newest_frame().select()
            gdb.execute("set var $%s = %d" % (name, values[name]), to_string=True)
        gdb.newest_frame().select()
    finally:
        gdb.execute("set language " + language, to_string=True)


def entry_point():
    found = ENTRY.search(said("info auxv"))
    if found is None:
        raise UserError("GDB cannot tell the program's entry point, at which calls return.")
    return int(found.group(1), 16)


def let_go(code):
    """The program goes on without GDB: the calls that have not landed yet come back by themselves. ``code``: scratch.Memory's."""
    if not _calls:
        return
    _calls[-1].thread.switch()
    session.debuggee().memory.write(code + BEHIND, way_back.code(_calls))
    if 0 < gdb.newest_frame().pc() - code - BEHIND < len(CODE):
        write({"rip": code + BEHIND + len(way_back.RESULT)})
