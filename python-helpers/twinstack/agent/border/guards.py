"""Where no code of Python's may be run, whoever holds the GIL: inside what would not bear it."""

import os

import gdb

from ... import session
from ...errors import CorruptMemory, NoPython
from . import c_code

MAX_FRAMES = 40
LOADERS = ("ld-linux", "ld-musl", "ld.so", "ld-2")
# As exported, so that libraries without symbols show them, too.
C_ALLOCATORS = ("malloc", "calloc", "realloc", "free", "cfree", "memalign", "aligned_alloc", "posix_memalign", "malloc_trim")
C_PREFIXES = ("__libc_malloc", "__libc_calloc", "__libc_realloc", "__libc_free", "__libc_memalign", "_int_", "sysmalloc", "systrim")
PYTHON_ALLOCATORS = ("PyObject_", "PyMem_", "PyMem_Raw", "_PyObject_", "_PyMem_")
ALLOCATE = ("Malloc", "Calloc", "Realloc", "Free")


def reason(frame):
    """Why none may be run behind that frame of the selected thread, up to CPython's evaluator; None where it may."""
    try:
        if session.python().collector.is_at_work():
            return "the garbage collector is at work"
    except (NoPython, CorruptMemory):
        pass
    for _ in range(MAX_FRAMES):
        found = None if frame is None else _of(frame)
        if found or frame is None or is_evaluator(frame):
            return found
        frame = frame.older()
    return None


def is_outside(frame):
    """Whether that frame, or one that called it, is C code of the user's, and CPython has called nothing since."""
    image = session.debuggee().runtime.image
    for _ in range(MAX_FRAMES):
        if frame is None or session.debuggee().images.path(frame.pc()) == image:
            return False
        if c_code.is_users(frame.pc()):
            return True
        frame = frame.older()
    return False


def is_evaluator(frame):
    debuggee = session.debuggee()
    is_cpythons = debuggee.images.path(frame.pc()) == debuggee.runtime.image
    return is_cpythons and (frame.name() or "").startswith("_PyEval_EvalFrame")


def _of(frame):
    library = os.path.basename(session.debuggee().images.path(frame.pc()) or "")
    if frame.type() == gdb.SIGTRAMP_FRAME:
        return "a signal's handler runs"
    if library.startswith(LOADERS):
        return "the dynamic loader is at work"
    if _allocates(frame.name() or ""):
        return "memory is being allocated"
    return None


def _allocates(name):
    is_pythons = name.startswith(PYTHON_ALLOCATORS) and name.endswith(ALLOCATE)
    return is_pythons or name in C_ALLOCATORS or name.startswith(C_PREFIXES)
