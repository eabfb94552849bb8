"""Native frames that say what Python is doing: libpython.py's "other Python frames"."""

import gdb

from .. import session
from ..cpython import gil
from ..errors import CorruptMemory
from ..execution import threads
from . import remote

WAITING, COLLECTING = "Waiting for the GIL", "Garbage-collecting"
WAITER = "take_gil"
COLLECTORS = ("collect", "gc_collect_main")  # the first until 3.12
CALLS = {  # function of CPython -> the argument that is the Python object called
    "cfunction_call": "func",
    "cfunction_call_varargs": "func",  # CPython 3.8
    "cfunction_vectorcall_FASTCALL": "func",
    "cfunction_vectorcall_FASTCALL_KEYWORDS": "func",
    "cfunction_vectorcall_FASTCALL_KEYWORDS_METHOD": "func",
    "cfunction_vectorcall_NOARGS": "func",
    "cfunction_vectorcall_O": "func",
    "wrapper_call": "wp",
}


def described(python, native):
    """What the frame does for Python, in one line; None for any other frame."""
    if native.level == 0 and is_waiting(python):
        return WAITING
    name = (native.frame.name() or "").partition(".")[0]  # GCC's clones are name.constprop.0
    if name in CALLS:
        return called(python, native.frame, CALLS[name])
    if name == WAITER:  # not at rest yet
        return None if is_waiting(python) else WAITING
    return COLLECTING if name in COLLECTORS and is_of_python(python, native) else None


def is_waiting(python):
    """Is the selected thread at rest until another gives it the GIL? Known without any symbol."""
    try:
        return dict(threads.told_by(python, gdb.selected_thread())).get("gil") == gil.WAITS
    except CorruptMemory:
        return False


def is_of_python(python, native):
    """Is the function CPython's? ``collect`` is a name that others take."""
    return session.debuggee().images.path(native.pc) == python.image


def called(python, frame, argument):
    try:
        return remote.text(python, int(frame.read_var(argument)))
    except (gdb.error, ValueError, CorruptMemory) as error:
        return "PyCFunction invocation (unable to read %s: %s)" % (argument, error)
