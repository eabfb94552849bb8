"""What threads wait for: by the system call futex(2) in which they are, and the functions of the C library that made it."""

import itertools

import gdb

from .. import selection, session
from ..cpython import gil
from ..errors import CorruptMemory
from ..inferior.thread_registers import awaited_futex
from ..stack.unwind import native_frames

NEWEST = 8  # frames from the system call to the function that the program has called
MOST_THREADS = 2000
# parts of the names of glibc's functions -> what is waited for; the first that is found outwards
KINDS = (
    ("pthread_mutex", "mutex"),
    ("pthread_rwlock", "read-write lock"),
    ("pthread_cond", "condition"),
    ("pthread_barrier", "barrier"),
    ("sem_wait", "semaphore"),
    ("sem_timedwait", "semaphore"),
    ("sem_clockwait", "semaphore"),
    ("new_sem", "semaphore"),
    ("pthread_join", "end of a thread"),
    ("pthread_clockjoin", "end of a thread"),
    ("_dl_", "loader's lock"),
)
OWNER = 8  # glibc: struct __pthread_mutex_s, __owner: a thread's number of the kernel's


def locks(words):
    """{"thread", "kind", "address", "owner"} of each thread that waits for a futex, threads by GDB's numbers; "owner" where it is known.
    ``words``: those of gil_words."""
    with selection.thread_and_frame_kept():
        numbers = {each.ptid[1]: each.global_num for each in _standing()}
        return list(filter(None, (_lock(each, words, numbers) for each in _standing())))


def gil_words(python):
    """{number of a thread: how it stands to the GIL} of those that are Python's; {} where ``python``, the runtime.Runtime, is None."""
    words = {}
    with selection.thread_and_frame_kept():
        for thread in _standing() if python is not None else ():
            try:
                states = python.thread_states_of(thread)
                if states:
                    words[thread.global_num] = python.gils.standing(thread, states).word
            except CorruptMemory:
                continue
    return words


def has_gil(words):
    """Whether the threads of gil_words have a GIL; those of a free-threaded build have none, unless it is enabled there."""
    return not any(word in gil.ATTACHMENTS for word in words.values())


def holder(words):
    """The number of the thread that holds the GIL, or None."""
    return next((number for number, word in words.items() if word == gil.HOLDS), None)


def _standing():
    threads = sorted(gdb.selected_inferior().threads(), key=lambda each: each.global_num)[:MOST_THREADS]
    return [each for each in threads if each.is_stopped()]


def _lock(thread, words, numbers):
    futex = awaited_futex(thread)
    if not futex:
        return None
    kind, owner = _kind(), None
    if words.get(thread.global_num) == gil.WAITS:
        kind, owner = "GIL", holder(words)
    elif kind == "mutex":
        owner = numbers.get(_word(futex + OWNER))
    row = {"thread": thread.global_num, "kind": kind, "address": hex(futex)}
    return dict(row, owner=owner) if owner else row


def _kind():
    """What kind of lock the selected thread waits for, by the names of its newest native frames."""
    for native in itertools.islice(native_frames(), NEWEST):
        name = native.frame.name() or ""
        for part, kind in KINDS:
            if part in name:
                return kind
    return "futex"


def _word(address):
    try:
        return session.debuggee().memory.i32(address)
    except CorruptMemory:
        return 0
