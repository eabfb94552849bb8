"""C pointers that are Python objects: shown as their Python value.

A pointer type counts when its struct begins with CPython's ``struct _object``, through any
number of first fields: PyListObject, a Cython ``__pyx_obj_...``, an extension's own struct.
"""

import gdb

from . import objects, session
from .errors import NoPython
from .structs import pointer_type
from .texts import type_name

_NESTING = 8  # structs within first fields; Cython nests one for each base class


def is_python_pointer(kind):
    """Whether ``kind``, typedefs stripped, is a pointer to a Python object."""
    return kind.code == gdb.TYPE_CODE_PTR and _begins_with_object(kind.target())


def _begins_with_object(kind):
    for _ in range(_NESTING):
        kind = kind.strip_typedefs()
        if kind.code != gdb.TYPE_CODE_STRUCT:
            return False
        if kind.tag == "_object":
            return True
        first = next(iter(kind.itervalues()), None)
        if first is None:
            return False
        kind = first.type
    return False


def describe(pointer):
    """"value", "type" and "object" of what ``pointer`` points to.

    Without "object" it is NULL, no Python object (the value says so), or there is no CPython that
    can be read (an empty dict): an ordinary C pointer then.
    """
    address = int(pointer)
    if address == 0:
        return {"value": "NULL"}
    try:
        readers = session.python().readers
    except NoPython:
        return {}
    if not objects.is_object(address):
        return {"value": "<not a Python object: 0x%x>" % address}
    struct = pointer.type.strip_typedefs().target().strip_typedefs()
    session.debuggee().c_structs.note(readers.types.of(address), struct)
    row = objects.describe(address)
    return dict(row, type=pointer_type(type_name(pointer.type), row))
