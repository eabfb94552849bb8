"""The C functions of the user's that Python may enter: slots of extension types, functions and members of types and modules.

CPython: cpython/object.h, PyTypeObject and the structures that it refers to, whose members have kept their places since 3.8.
"""

import gdb

from ... import session
from ...errors import CorruptMemory
from ...later import re
from ...objects import locations
from ...session import pointer
from . import pybind11

TP_NAME = 8  # behind the header of an object; a word each from there on
GETATTR, SETATTR, REPR, HASH, CALL, STR, GETATTRO, SETATTRO = 5, 6, 8, 12, 13, 14, 15, 16
RICHCOMPARE, ITER, ITERNEXT, DESCR_GET, DESCR_SET, INIT, NEW, VECTORCALL = 22, 24, 25, 31, 32, 34, 36, 47
SLOTS = (
    (GETATTR, SETATTR, REPR, HASH, CALL, STR, GETATTRO, SETATTRO)
    + (RICHCOMPARE, ITER, ITERNEXT, DESCR_GET, DESCR_SET, INIT, NEW, VECTORCALL)
)
TABLES = {7: 3, 9: 36, 10: 10, 11: 3, 17: 1}  # tp_as_async, number, sequence, mapping, buffer: how many functions each has
CYTHON = re.compile(r"_(\d+)(?=[A-Za-z_])")


def of_type(address, header):
    """The functions of a type's slots."""
    start = address + header + TP_NAME
    found = [pointer(start + 8 * slot) for slot in SLOTS]
    for slot, count in TABLES.items():
        table = pointer(start + 8 * slot)
        if table:
            found.extend(session.debuggee().memory.pointers(table, count))
    return [each for each in found if each]


def of_object(address):
    """The C functions that an object stands for: a function, a method, a member that is read and set."""
    found = session.debuggee().runtime.readers.locations
    return [each for each in found.c_functions_of(address) if each]


def behind(function, address, header):
    """Where the user's own code begins that a C function of an object's leads to: behind what pybind11 or Cython put before it."""
    try:
        name = locations.c_function(function).name
        if pybind11.is_dispatcher(name):
            return list(pybind11.functions(address, header))
        return [_implementation(name) or function]
    except (gdb.error, CorruptMemory):  # another version of theirs
        return [function]


def _implementation(name):
    """The __pyx_pf_ function of a __pyx_pw_ one, whose number is the next."""
    if not name.startswith("__pyx_pw_"):
        return 0
    for number in reversed(list(CYTHON.finditer(name))):
        before = int(number.group(1)) - 1
        wanted = "__pyx_pf_" + name[len("__pyx_pw_") : number.start(1)] + str(before or "") + name[number.end(1) :]
        found = gdb.lookup_static_symbol(wanted) if hasattr(gdb, "lookup_static_symbol") else None
        if found is not None:
            return int(found.value().address)
    return 0
