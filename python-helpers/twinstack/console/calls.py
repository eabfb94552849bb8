"""Native frames that say what Python is doing: libpython.py's "other Python frames"."""

import gdb

from .. import session
from ..errors import CorruptMemory
from . import remote

WAITING, COLLECTING = "Waiting for the GIL", "Garbage-collecting"
PLAIN = {
    "take_gil": WAITING,
    "collect": COLLECTING,  # until 3.12
    "gc_collect_main": COLLECTING,
}
CALLS = {  # function of CPython -> the argument that is the Python object called
    "cfunction_call": "func",
    "cfunction_vectorcall_FASTCALL": "func",
    "cfunction_vectorcall_FASTCALL_KEYWORDS": "func",
    "cfunction_vectorcall_FASTCALL_KEYWORDS_METHOD": "func",
    "cfunction_vectorcall_NOARGS": "func",
    "cfunction_vectorcall_O": "func",
    "wrapper_call": "wp",
}


def described(python, native):
    """What the frame does for Python, in one line; None for any other frame."""
    name = (native.frame.name() or "").partition(".")[0]  # GCC's clones are name.constprop.0
    if name in PLAIN:
        return PLAIN[name] if is_of_python(python, native) else None
    return called(python, native.frame, CALLS[name]) if name in CALLS else None


def is_of_python(python, native):
    """Is the function CPython's? ``collect`` is a name that others take."""
    return session.debuggee().images.path(native.pc) == python.image


def called(python, frame, argument):
    try:
        return remote.text(python, int(frame.read_var(argument)))
    except (gdb.error, ValueError, CorruptMemory) as error:
        return "PyCFunction invocation (unable to read %s: %s)" % (argument, error)
