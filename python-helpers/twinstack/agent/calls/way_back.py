"""The code of x86-64 by which a call by hand comes back without GDB, when that has gone: it does all that GDB would have done behind it."""

import struct

NUMBERS = "rax rcx rdx rbx rsp rbp rsi rdi r8 r9 r10 r11 r12 r13 r14 r15".split()  # of registers, in instructions
PASSED = "rdi rsi rdx".split()
ROOM = 4096  # below the stack pointer, for the flags alone
SIGN = 1 << 63
RESTARTED = (-512, -513, -514)  # what Linux has a system call return that it is to make again (ERESTARTSYS, -NOINTR, -NOHAND)
RESTARTED_BLOCK, RESTART_SYSCALL = -516, 219
SYSCALL = 2  # bytes of the instruction
RESULT = b"\x48\x89\xc3"  # mov rbx, rax


def code(calls):
    """Behind the calls, each within the one before: which it is that has returned is known by its area, in r13."""
    return RESULT + b"".join(_of(each) for each in calls)


def _of(call):
    text = _behind(call)
    return _moved("rax", call.area) + b"\x4c\x39\xe8\x0f\x85" + struct.pack("<i", len(text)) + text  # cmp rax, r13; jne


def _behind(call):
    text = b"\x48\x89\xd8"  # mov rax, rbx
    for function, arguments in reversed(call.afterwards):
        for name, value in zip(PASSED, arguments):
            text += b"\x48\x89\xc7" if value is None else _moved(name, value)  # mov rdi, rax
        text += _moved("r12", function) + b"\x41\xff\xd4"  # call r12
    text += bytes.fromhex("b8e7000000 31d2 490fae6d00")  # mov eax, 0xe7; xor edx, edx; xrstor64 [r13]
    values = _restarted(call.before)
    text += _moved("rsp", values["rsp"] - ROOM)
    text += _moved("rax", values["eflags"]) + b"\x50\x9d"  # push rax; popfq
    for name in NUMBERS:
        text += _moved(name, values[name])
    return text + b"\xff\x25\x00\x00\x00\x00" + struct.pack("<Q", values["rip"])  # jmp [rip]


def _moved(name, value):
    """The machine code of ``mov NAME, VALUE``: a 64-bit constant into a register."""
    number = NUMBERS.index(name)
    return bytes((0x48 | number >> 3, 0xB8 | number & 7)) + struct.pack("<Q", value & (1 << 64) - 1)


def _restarted(before):
    """A system call that the call has interrupted is made again, as Linux does."""
    values = dict(before)
    result = values["rax"] - (1 << 64) if values["rax"] & SIGN else values["rax"]
    if not values["orig_rax"] & SIGN and result in (*RESTARTED, RESTARTED_BLOCK):
        values["rax"] = RESTART_SYSCALL if result == RESTARTED_BLOCK else values["orig_rax"]
        values["rip"] -= SYSCALL
    return values
