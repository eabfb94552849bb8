"""Which C functions are the user's, and which of them a call of a Python object enters.

CPython: cpython/object.h, PyTypeObject, whose members have kept their places since 3.8.
"""

from ... import session
from ...errors import CorruptMemory
from ...files import system_libraries
from ...objects import locations
from ...session import pointer
from . import entries, pybind11


def is_users(pc):
    """Whether code has lines, and is neither CPython's nor a library's of the system."""
    debuggee = session.debuggee()
    path = debuggee.images.path(pc) or ""
    if path == debuggee.runtime.image or system_libraries.has(path):
        return False
    function = locations.c_function(pc)
    return function is not None and function.symtab is not None


def entered(address, header):
    """The addresses of the user's C functions that a call of the object may enter first; ``header``: how many bytes an object's has."""
    try:
        found = [each for each in dict.fromkeys(_candidates(address, header)) if each and is_users(each)]
        return [own for each in found for own in entries.behind(each, address, header)]
    except CorruptMemory:
        return []


def defined(types, functions, header):
    """As ``entered``, of all that Python may enter by the extension types, functions and members at these addresses."""
    found = {}
    for address in types:
        for function in _read(entries.of_type, address, header):
            if is_users(function) and not pybind11.is_glue(function):
                found[function] = None
    for address in functions:
        for function in _read(entries.of_object, address):
            if is_users(function):
                found.update(dict.fromkeys(entries.behind(function, address, header)))
    return list(found)


def _read(reader, *address):
    try:
        return reader(*address)
    except CorruptMemory:
        return []


def _candidates(address, header):
    readers = session.debuggee().runtime.readers
    built_in = readers.locations.c_function_of(address)
    if built_in:
        return [built_in]
    kind = readers.types.of(address)
    called = _slot(kind.address, header, entries.CALL)
    if kind.builtin != "type":
        return [called]
    return [_slot(address, header, slot) for slot in (entries.NEW, entries.INIT, entries.VECTORCALL)] + [called]


def _slot(type_object, header, index):
    return pointer(type_object + header + entries.TP_NAME + 8 * index)
