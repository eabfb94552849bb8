"""CPython's C API was used in a thread that does not hold the GIL."""

from ...cpython import gil
from .. import waits
from ..crash_sites import place
from .cause import Cause

RULE = "no-gil"
NEWEST = 30  # frames among which the call from outside is looked for
# what may be called without the GIL: it takes it, makes the interpreter, or does not use it
WITHOUT = (
    *("PyGILState_", "PyThread", "PyMem_Raw", "PyOS_", "PyMutex_", "PyConfig_", "PyPreConfig_", "PyInterpreterState_"),
    *("PyEval_AcquireLock", "PyEval_AcquireThread", "PyEval_RestoreThread", "PyEval_ReleaseThread", "PyEval_SaveThread", "PyEval_InitThreads"),
    *("Py_Initialize", "Py_Finalize", "Py_IsInitialized", "Py_Main", "Py_BytesMain", "Py_RunMain", "Py_Exit", "Py_AtExit", "Py_FatalError"),
    *("Py_NewInterpreter", "Py_EndInterpreter", "Py_AddPendingCall", "PyErr_SetInterrupt", "Py_DecodeLocale", "Py_EncodeLocale"),
)


def found(site):
    if site.python is None or site.states is None or site.fault is None:
        return None
    called, caller = _entrance(site)
    name = called and called.frame.name()
    if not name or name.lstrip("_").startswith(WITHOUT):
        return None
    without = _without(site)
    if without is None:
        return None
    told = ["%s has called %s." % (place(caller), name), without]
    return Cause(RULE, "CPython was called by a thread that does not hold the GIL.", told)


def _entrance(site):
    """(CPython's function that was called from outside, its caller), as NativeFrames; (None, None) where the program did not
    die in CPython, or nothing else has called that."""
    frames = site.frames[:NEWEST]
    first = next((index for index, each in enumerate(frames) if not site.in_libc(each)), None)
    if first is None or not site.in_cpython(frames[first]):
        return None, None
    for called, caller in zip(frames[first:], frames[first + 1 :]):
        if not site.in_cpython(caller):
            return (None, None) if site.in_libc(caller) else (called, caller)
    return None, None


def _without(site):
    """Why the thread has no right to use CPython, as a sentence; None where it has it, or there is no GIL."""
    words = waits.gil_words(site.python)
    if not waits.has_gil(words):
        return None
    if not site.states:
        return "Thread %d has no PyThreadState: CPython does not know it. %s" % (site.thread.global_num, _holder(words))
    if words.get(site.thread.global_num) in (gil.HOLDS, None):
        return None
    return "Thread %d does not hold it. %s" % (site.thread.global_num, _holder(words))


def _holder(words):
    number = waits.holder(words)
    return "Thread %d holds it." % number if number else "No thread holds it."
