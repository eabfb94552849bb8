"""C values that are Python objects: shown as their Python value.

A pointer, or a struct by value, counts when the struct begins with CPython's ``struct _object``,
through any number of first fields: PyListObject, a Cython ``__pyx_obj_...``, an extension's own
struct; or when a C++ class derives from it, wherever in it that lies. So does a class around one
pointer ``m_ptr`` to an object: pybind11::object, nanobind's and Boost's.
"""

import gdb

from .. import session
from ..errors import NoPython
from ..objects import by_address
from ..objects.structs import pointer_type
from .texts import type_name

_NESTING = 8  # structs within first fields; Cython nests one for each base class
_HANDLE = "m_ptr"


def is_python_pointer(kind):
    """Whether ``kind``, typedefs stripped, is a pointer to what begins with a Python object."""
    return kind.code == gdb.TYPE_CODE_PTR and object_offset(kind.target()) == 0


def address_in(value, kind):
    """Address of the Python object that a value of type ``kind``, typedefs stripped, points to or
    is; 0 for a NULL pointer, None for a value of another sort."""
    if kind.code == gdb.TYPE_CODE_PTR:
        offset = object_offset(kind.target())
        return None if offset is None else int(value) and int(value) + offset
    if kind.code != gdb.TYPE_CODE_STRUCT:
        return None
    offset = object_offset(kind)
    if offset is not None:
        return None if value.address is None else int(value.address) + offset
    return int(value[_HANDLE]) if _is_handle(kind) else None


def object_offset(kind, nesting=_NESTING):
    """Bytes from the start of a struct to the ``struct _object`` in it; None for other types."""
    kind = kind.strip_typedefs()
    if kind.code != gdb.TYPE_CODE_STRUCT or not nesting:
        return None
    if kind.tag == "_object":
        return 0
    for field in kind.fields():
        if hasattr(field, "bitpos") and (field.is_base_class or field.bitpos == 0):
            inner = object_offset(field.type, nesting - 1)
            if inner is not None:
                return field.bitpos // 8 + inner
    return None


def _is_handle(kind):
    """Has it, with its base classes, no other member than a pointer to an object?"""
    members = _members(kind)
    if len(members) != 1:
        return False
    if members[0].is_base_class:
        return _is_handle(members[0].type.strip_typedefs())
    return members[0].name == _HANDLE and is_python_pointer(members[0].type.strip_typedefs())


def _members(kind):
    """The fields that take room: no static ones, and no empty base classes, by which bindings add methods."""
    fields = [field for field in kind.fields() if hasattr(field, "bitpos")]
    return [each for each in fields if not each.is_base_class or _members(each.type.strip_typedefs())]


def describe(value, kind, address):
    """"value", "type" and "object" of the object at ``address``, which ``value`` leads to.

    Without "object" it is NULL, no Python object (the value of a pointer says so), or there is no
    CPython that can be read (an empty dict): an ordinary C value then.
    """
    if address == 0:
        return {"value": "NULL"}
    try:
        readers = session.python().readers
    except NoPython:
        return {}
    is_pointer = kind.code == gdb.TYPE_CODE_PTR
    if not by_address.is_object(address):
        return {"value": "<not a Python object: 0x%x>" % address} if is_pointer else {}
    struct = kind.target().strip_typedefs() if is_pointer else kind
    if object_offset(struct) == 0:
        session.debuggee().c_structs.note(readers.types.of(address), struct)
    row = by_address.describe(address)
    return dict(row, type=pointer_type(type_name(value.type), row))
