"""The C++ objects behind instances of pybind11's classes, by debug information.

Which C++ class a Python class stands for is in pybind11's registry (pybind11/detail/internals.h):
``registered_types_py``, an unordered_map of libstdc++ from the class to a vector of type_info.
"""

import gdb

from ..errors import CorruptMemory
from . import cpp_exceptions

METATYPE = "pybind11_type"
REGISTRIES = (  # where pybind11 keeps its internals: up to 2.12, since
    "'pybind11::detail::get_internals_pp()'::internals_pp",
    "'pybind11::detail::get_internals()'::internals_pp",
)
MAX_CLASSES = 10000
NEXT, CLASS, INFOS = 0, 8, 16  # of a node of the map: the hash of a pointer is not kept
CPP_TYPE, NAME = 8, 8  # of pybind11::detail::type_info, of std::type_info


def cpp_value(readers, address):
    """The C++ object that a Python object wraps, as a gdb.Value; None for all others."""
    type_object = readers.types.of(address)
    if readers.types.of(type_object.address).short_name != METATYPE:
        return None
    try:
        known = _class_of(readers, type_object)
        held = readers.memory.u64(address + readers.layout.offset("pybind11_instance", "value"))
        return gdb.Value(held).cast(known.pointer()).dereference() if known and held else None
    except (gdb.error, CorruptMemory):
        return None


def _class_of(readers, type_object):
    """The gdb.Type for a class or for the nearest of its bases that pybind11 knows; or None."""
    registry = _registry()
    if registry is None:
        return None
    by_class = dict(_registered(readers.memory, registry))
    for base in readers.types.mro(type_object):
        infos = by_class.get(base.address)
        if infos:
            return _type(readers.memory, readers.memory.u64(infos))
    return None


def _registry():
    """Address of the map's first node, 0 when it is empty; None when it is not found."""
    for expression in REGISTRIES:
        try:
            internals = gdb.parse_and_eval(expression).dereference().dereference()
            return int(internals["registered_types_py"]["_M_h"]["_M_before_begin"]["_M_nxt"])
        except gdb.error:
            continue
    return None


def _registered(memory, node):
    """(address of a class, of its first type_info *)"""
    for _ in range(MAX_CLASSES):
        if not node:
            return
        yield memory.u64(node + CLASS), memory.u64(node + INFOS)
        node = memory.u64(node + NEXT)


def _type(memory, info):
    """The gdb.Type of a pybind11::detail::type_info, by the mangled name in std::type_info."""
    mangled = memory.text(memory.u64(memory.u64(info + CPP_TYPE) + NAME))
    return gdb.lookup_type(cpp_exceptions.demangled(mangled.lstrip("*")))
