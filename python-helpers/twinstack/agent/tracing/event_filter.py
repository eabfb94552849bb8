"""Before CPython 3.12, on x86-64: machine code in the place of CPython's C trace function, which returns at once from events that
concern no breakpoint, step or filter. All others go on to CPython's own, and so to the agent's trace function.

A thread's PyThreadState has c_tracefunc, c_profileobj and c_traceobj one behind the other (Include/cpython/pystate.h, 3.8 to 3.11);
the last has to be the agent's function. The table is that of inside/event_filter.py.
"""

import struct

from ... import session
from ...errors import CorruptMemory, NoPython
from ..calls import scratch
from ..talk import mailboxes, process

TRACE_WORDS = 60  # of a PyThreadState
ANSWER, IS_THERE, IS_IMPOSSIBLE = 12, b"\1", b"\2"
FACTOR = 0x9E3779B97F4A7C15
ONE_PART = (1 << 64) - 1  # a frame object that has its code object itself
HEADER = 16  # bytes of an object's, its reference count first
CODE = bytes.fromhex(  # int (PyObject *rdi, PyFrameObject *rsi, int edx, PyObject *rcx), a leaf
    "4c8b05f9000000 418038000f85de000000"  # mov r8, [control]; cmp byte [r8], 0; jne pass: the agent is to leave
    "4c8b05f0000000 488b0519010000 4c8b0c06"  # mov r8, [table]; mov rax, [f_trace]; mov r9, [rsi + rax]
    "418b00 0fa3d0 7311"  # mov eax, [r8]; bt eax, edx; jnc all
    "85d2 0f84bc000000 4d85c9 0f85b3000000"  # test edx, edx; jz pass; test r9, r9; jnz pass
    "418b4004 0fa3d0 0f828c000000"  # all: mov eax, [r8 + 4]; bt eax, edx; jc adopt
    "f7c2fdffffff 0f85a5000000"  # test edx, ~2; jnz none: neither a call nor a line
    "4989f2 488b05c9000000 4885c0 7804 4c8b1406"  # mov r10, rsi; mov rax, [f_frame]; test rax, rax; js +4; mov r10, [rsi + rax]
    "488b05c1000000 498b0402"  # mov rax, [f_code]; mov rax, [r10 + rax]
    "4989c2 49c1ea04 4c0faf159e000000 49c1ea28"  # mov r10, rax; shr r10, 4; imul r10, [factor]; shr r10, 40
    "45235008 4589d3 49c1e304 4f8d5c1810"  # probe: and r10d, [r8 + 8]; mov r11d, r10d; shl r11, 4; lea r11, [r8 + r11 + 16]
    "493903 740f 49ffc2 49833b00 75e2"  # cmp [r11], rax; je known; inc r10; cmp qword [r11], 0; jne probe
    "85d2 7447 eb2b"  # test edx, edx; jz pass; jmp adopt: code that was not met yet
    "4d8b5b08 4d85db 7447"  # known: mov r11, [r11 + 8]; test r11, r11; jz none
    "85d2 743e 4d01c3"  # test edx, edx; jz call; add r11, r8
    "488b057f000000 8b0406 412b03"  # mov rax, [f_lineno]; mov eax, [rsi + rax]; sub eax, [r11]
    "413b4304 732d 41807c030800 7425"  # cmp eax, [r11 + 4]; jae none; cmp byte [r11 + rax + 8], 0; je none
    "4d85c9 7515 4c8b0d2f000000 49ff01"  # adopt: test r9, r9; jnz pass; mov r9, [local]; inc qword [r9]
    "488b054d000000 4c890c06"  # mov rax, [f_trace]; mov [rsi + rax], r9
    "ff2523000000"  # pass: jmp [trampoline]
    "4d85c9 75f5"  # call: test r9, r9; jnz pass: a generator that was traced goes on
    "31c0 c3 0f1f00"  # none: xor eax, eax; ret; nop
)
CONSTANTS = struct.Struct("<9Q")  # behind it: control, table, local, trampoline, factor, f_frame, f_code, f_trace, f_lineno


def install(header, table, **addresses):
    """Put it into all threads that have the agent's trace function. ``table`` and ``addresses``: of objects of the agent's, by name."""
    start = session.pointer(table + header + mailboxes.OB_START)
    try:
        is_there = header == HEADER and bool(scratch.filter_code()) and _installed(start, **addresses)
    except (NoPython, CorruptMemory):
        is_there = False
    session.debuggee().memory.write(start + ANSWER, IS_THERE if is_there else IS_IMPOSSIBLE)


def _installed(table, control, trace, local, frame, code):
    """Whether the selected thread has it. ``frame``: one that runs ``code``, by which the layout is checked."""
    memory, python, place = session.debuggee().memory, session.python(), scratch.filter_code()
    offsets = _offsets(python.layout)
    inner, of_code = offsets[:2]
    if memory.u64((frame if inner == ONE_PART else memory.u64(frame + inner)) + of_code) != code:
        return False
    found = [each for each in (trace_function(memory, state, trace) for state in python.thread_states()) if each]
    trampoline = next((function for _, function in found if function != place), None)
    if trampoline is not None:
        control = session.pointer(control + HEADER + mailboxes.OB_START)
        session.debuggee().hidden_code = range(place, place + len(CODE))
        memory.write(place, CODE + CONSTANTS.pack(control, table, local, trampoline, FACTOR, *offsets))
        for member, function in found:
            if function == trampoline:
                memory.write(member, struct.pack("<Q", place))
    return bool(found)


def _offsets(layout):
    """Of f_frame, f_code, f_trace and f_lineno; from CPython 3.11 on the second is in what the first points to."""
    trace, line = (layout.offset("PyFrameObject", name) for name in ("f_trace", "f_lineno"))
    if layout.has("PyFrameObject", "f_code"):
        return ONE_PART, layout.offset("PyFrameObject", "f_code"), trace, line
    return layout.offset("PyFrameObject", "f_frame"), layout.offset("_PyInterpreterFrame", "f_code"), trace, line


def trace_function(memory, state, trace):
    """Where a PyThreadState has its c_tracefunc, and that; None where its c_traceobj is another."""
    words = memory.pointers(state, TRACE_WORDS)
    if trace not in words:
        return None
    index = words.index(trace) - 2
    return state + 8 * index, words[index]


def _offer(agent):
    agent.install_filter = install


process.on_installed(_offer)
