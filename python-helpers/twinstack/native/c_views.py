"""Python's own structs as C sees them: by debug information where it is, else by the table."""

import gdb

from .. import session
from ..inferior import read_only
from ..objects import variables
from ..objects.kinds import KINDS
from ..objects.structs import Struct
from . import cpp_instances
from .members import Child, Fields
from .python_pointers import object_offset
from .values import variable

MAX_FIELDS = 200


def of_object(readers, address):
    """VARIABLEs of the C struct that an object is: its extension's own one where that is known."""
    struct = session.debuggee().c_structs.of(readers.types.of(address))
    if struct is None:
        found = of_struct(readers, readers.kind_of(address).struct(address), address)
    else:
        found = fields(gdb.Value(address).cast(struct.pointer()).dereference())
    return [memory(address)] + found


def memory(address):
    """The child that opens into what the object costs and who keeps it (memory_facts)."""
    return {
        "name": "[memory]",
        "value": "reference count, garbage collection, size",
        "type": "",
        "memoryFacts": hex(address),
        "kind": "virtual",
        "attributes": ["readOnly"],
    }


def own_fields(readers, address):
    """VARIABLEs of what an extension's type has in C beyond the object's head: the fields of a
    Cython class, the C++ object of a pybind11 one."""
    held = cpp_instances.cpp_value(readers, address)
    if held is not None:
        with read_only.looking():
            return [variable(Child("[C++ object]", held))]
    type_object = readers.types.of(address)
    struct = session.debuggee().c_structs.of(type_object)
    if struct is None or type_object.name in KINDS:
        return []
    value = gdb.Value(address).cast(struct.pointer()).dereference()
    with read_only.looking():
        return placed(extension_fields(value))


def placed(children):
    """VARIABLEs that are reached by their addresses: no expression of Python leads into a struct."""
    return [variable(child._replace(access=None)) for child in children]


def extension_fields(value):
    """Children for its fields and those of the extension's structs that it begins with, whose come
    first; none for CPython's own structs."""
    for child in Fields(value).page(0, MAX_FIELDS):
        if not child.is_head:
            yield child
        elif isinstance(child.value, gdb.Value) and not is_of_cpython(child.value.type):
            yield from extension_fields(child.value)


def is_of_cpython(kind):
    """Whether a gdb.Type is one of CPython's own structs, by its name: PyObject, PyListObject, struct _object."""
    return (kind.name or "").replace("struct ", "").startswith(("Py", "_object"))


def of_struct(readers, name, address):
    """VARIABLEs of the members of struct ``name`` at ``address``."""
    value = typed(name, address)
    if value is None:
        return Struct(readers, name, address).variables()
    return fields(value)


def fields(value):
    with read_only.looking():
        return placed(Fields(value).page(0, MAX_FIELDS))


def typed(name, address):
    """The struct as a gdb.Value; None without debug information of it."""
    for known_as in (name, "struct " + name):
        try:
            found = gdb.lookup_type(known_as)
        except gdb.error:
            continue
        if name.startswith(("Py", "_Py")) or object_offset(found) == 0:  # else the program's own
            return gdb.Value(address).cast(found.pointer()).dereference()
    return None


def of_frame(python, frame, placed):
    """VARIABLEs of a frames.PythonFrame: its struct, its code object, the evaluator frame that runs it.

    ``placed`` is its merge.Placed, None when the stack was not shown yet.
    """
    readers = python.readers
    found = of_struct(readers, frame.STRUCT, frame.address)
    found.append(variables.variable(readers, "[code object]", frame.code.address))
    if placed is not None and placed.native is not None:
        found.append(evaluator(placed.native))
    return found


def evaluator(native):
    text = "#%d %s at 0x%x" % (native.level, native.frame.name() or "??", native.pc)
    return {"name": "[evaluator frame]", "value": text, "type": "", "kind": "virtual"}
