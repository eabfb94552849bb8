"""Exceptions of Python that C code of the user's sets, as a filter: the program stops where the C code calls PyErr_SetString and its kin.

The calls themselves have the breakpoints, not CPython's functions, which its own code calls all the time. CPython: Include/pyerrors.h
"""

import os
import struct
from functools import partial

import gdb

from .. import gdb_features, session
from ..errors import CorruptMemory, NoPython, UserError
from ..files import object_files, system_libraries
from ..inferior import arch, arguments, inferior_calls, mappings
from ..mi import unasked
from ..said import said
from . import elf_calls, error_formats

OTHER_PROCESSOR = "Where C code sets Python exceptions is found in libraries for x86-64 alone; this program is for another processor."
FILTER, TITLE = "python_set_by_c", "Python exception set by C code"
TEXT, FORMAT, OBJECT, NOTHING = "text", "format", "object", "nothing"  # what the second argument is; the first is the type
SETTERS = {
    "PyErr_SetString": TEXT,
    "PyErr_Format": FORMAT,
    "PyErr_FormatV": TEXT,
    "PyErr_SetObject": OBJECT,
    "PyErr_SetNone": NOTHING,
    "PyErr_SetFromErrno": NOTHING,
    "PyErr_SetFromErrnoWithFilename": NOTHING,
    "PyErr_SetFromErrnoWithFilenameObject": NOTHING,
    "PyErr_SetFromErrnoWithFilenameObjects": NOTHING,
}
ALWAYS = {"PyErr_NoMemory": "MemoryError", "PyErr_BadArgument": "TypeError", "_PyErr_BadInternalCall": "SystemError"}
BASES = ["Exception", "BaseException", "object"]
MAX_CALLS = 500  # of one library; of one that has more, or none that were found, the stubs through which they go have the breakpoints

_breakpoints = []
_placed = set()  # paths
_wish = None  # (function that makes a breakpoint, names of types)


def want(add, types):
    """Stop there from now on. Raises UserError where that cannot be known. ``add(describe, place)`` makes a breakpoint that stops where ``describe()`` tells of something, as of
    ``exception-info``. ``types``: names, none for all."""
    global _wish
    forget()
    if arch.X86_64 not in said("show architecture"):
        raise UserError(OTHER_PROCESSOR)
    _wish = add, types
    for each in gdb.objfiles():
        _place(each)


def forget():
    """Stop no more where C code sets exceptions, and in no library that comes later."""
    global _wish
    _wish = None
    _gone()


def _place(objfile):
    path = objfile.filename
    if _wish is None or path in _placed or not _is_users(objfile):
        return
    base = next((each.start for each in mappings.files() if each.path == path and not each.offset), None)
    if base is None:
        return
    _placed.add(path)
    try:
        found = elf_calls.of(path, {*SETTERS, *ALWAYS})
    except (OSError, ValueError, struct.error, IndexError):  # of another machine, damaged or empty
        return
    add, types = _wish
    for address, name in (found.calls if 0 < len(found.calls) <= MAX_CALLS else found.stubs).items():
        _breakpoints.append(add(partial(_described, name, types), "*%d" % (base * found.is_relative + address)))
        unasked.event("exception-breakpoint", number=str(_breakpoints[-1].number))


def _is_users(objfile):
    """Whether it may be a library of the user's, and has debug information."""
    path = objfile.filename or ""
    if objfile.owner is not None or not os.path.isabs(path):
        return False
    if system_libraries.has(path) or os.path.basename(path).startswith("libpython"):
        return False
    return object_files.has_debug_information(path) or any(each.owner == objfile for each in gdb.objfiles())


def _described(name, types):
    """What is set by a call of the function, as of ``exception-info``; None where that is not wanted."""
    if inferior_calls.is_own() or inferior_calls.has_returned_here():  # nothing of the program's has come here
        return None
    frame, debuggee = gdb.newest_frame(), session.at_breakpoint()
    kind, value = (arguments.passed(frame, index) for index in (0, 1))
    try:
        readers = debuggee.runtime.readers
        order = [] if name in ALWAYS else readers.types.mro(readers.types.at(kind))
        names = [ALWAYS[name], *BASES] if name in ALWAYS else [each.name for each in order]
        text = _text(SETTERS.get(name, NOTHING), value, readers, frame)
    except (NoPython, CorruptMemory):
        names, text = ["an exception"], None
    if types and not any(each.rpartition(".")[2] == known.rpartition(".")[2] for each in types for known in names):
        return None
    described = names[0] if text is None else "%s: %s" % (names[0], text)
    return {"title": TITLE, "id": names[0], "description": described, "typeName": names[0], "message": text}


def _text(kind, value, readers, frame):
    if kind == FORMAT:
        words = [arguments.passed(frame, index) for index in range(2, arguments.MOST)]
        return error_formats.message(readers.memory.text(value), words, readers)
    if kind == TEXT:
        return readers.memory.text(value)
    return readers.text(value) if kind == OBJECT and value else None


def _new_file(event):
    """A library was loaded; the program itself is at its place by then, too."""
    for each in [] if _wish is None else [event.new_objfile] + [each for each in gdb.objfiles() if object_files.is_program(each)]:
        _place(each)


def _gone(event=None):
    """The process is gone, or what was loaded: GDB could not insert them any more."""
    for each in _breakpoints:
        if each.is_valid():
            each.delete()
    del _breakpoints[:]
    _placed.clear()


def _unloaded(event):
    if event.objfile.filename in _placed:
        _gone()
        gdb.post_event(lambda: [_place(each) for each in gdb.objfiles()])


gdb.events.new_objfile.connect(_new_file)
gdb.events.exited.connect(_gone)
gdb.events.clear_objfiles.connect(_gone)
if gdb_features.TELLS_UNLOADED:
    gdb.events.free_objfile.connect(_unloaded)
