"""What the registers of a thread say of it: which one it is, what it waits for, what its newest frame holds."""

import gdb

from ..errors import CorruptMemory
from . import arch
from .memory import MAX_ADDRESS
from .symbols import variable

MAX_FRAME_WORDS = 1024  # an evaluator has about 50


def pthread(thread):
    """The pthread_t of a thread, as CPython's PyThreadState.thread_id has it; 0 if unknown.

    From libthread_db, else from the thread pointer, which selects the thread. Both hold across
    PID namespaces, where LWP numbers differ.
    """
    try:
        handle = thread.handle()
        if len(handle) == 8:
            return int.from_bytes(handle, "little")
    except (gdb.error, NotImplementedError, RuntimeError):  # no libthread_db
        pass
    if gdb.selected_thread() != thread:
        thread.switch()
    return descriptor(gdb.newest_frame())


def descriptor(frame):
    """pthread_self() of a frame's thread, by its thread pointer; 0 if unknown."""
    machine = arch.of(frame)
    pointer = register(frame, machine.thread_pointer)
    if not machine.descriptor_size:
        return pointer
    size = variable(machine.descriptor_size)
    return pointer - size if pointer and size else 0


def awaited_futex(thread):
    """The address of the futex that a thread waits for (FUTEX_WAIT); 0 when it waits for none.

    By the system call in which it was stopped or dumped. Selects the thread.
    """
    if gdb.selected_thread() != thread:
        thread.switch()
    frame = gdb.newest_frame()
    machine = arch.of(frame)
    in_futex = register(frame, machine.syscall) in machine.futex
    return register(frame, machine.argument) if in_futex else 0


def words_of_newest_frame(memory):
    """The words of the selected thread's newest native frame: in its registers, general and vector
    ones, then on its part of the stack, of which there are at most MAX_FRAME_WORDS; each once."""
    frame = gdb.newest_frame()
    general = frame.architecture().registers("general")
    words = {register(frame, each.name): None for each in general}
    for name in arch.of(frame).vector:
        words.update(dict.fromkeys(halves(frame, name)))
    low, older = register(frame, "sp"), frame.older()
    high = register(older, "sp") if older else low
    count = max(0, min(MAX_FRAME_WORDS, (high - low) // 8))
    try:
        words.update(dict.fromkeys(memory.pointers(low, count)))
    except CorruptMemory:
        pass
    return list(words)


def halves(frame, name):
    """The two 64-bit words of a vector register of x86-64; none when it is unknown."""
    try:
        value = frame.read_register(name)["v2_int64"]
        return [int(value[index]) & MAX_ADDRESS for index in range(2)]
    except (gdb.error, ValueError):
        return []


def register(frame, name):
    """A 64-bit register of a frame; 0 when it is unknown."""
    try:
        return int(frame.read_register(name)) & MAX_ADDRESS
    except (gdb.error, ValueError):
        return 0
