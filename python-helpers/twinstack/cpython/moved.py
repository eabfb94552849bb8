"""Find again what a patch release moved inside PyInterpreterState, when the table is of another.

Seen in 3.14: from 3.14.3 to 3.14.10 the garbage collector's state grew, and what lies behind it
moved. Each member is known by what it must hold, hence found by looking through the struct.
"""

import struct

from ..errors import CorruptMemory
from ..inferior.memory import PAGE
from ..objects.readers import Readers
from ..objects.static_types import StaticTypes
from .versions import VERSIONS

STRUCT = "PyInterpreterState"
NEAR = 1 << 15  # bytes of the struct in which pointers to dicts lie: 8 KB in 3.14
MARGIN = 1 << 14  # bytes by which the struct may have grown
DISTANCES = sorted(range(-16, 20, 4), key=abs)  # less than from one of the things to the next
SOURCE = "table with moved members"


def find_again(memory, address, layout):
    """Correct the layout; was anything found that lies elsewhere?"""
    before = places(layout)
    try:
        interpreter = memory.u64(address + layout.offset("_PyRuntimeState", "interpreters.main"))
        if interpreter:
            find_dicts(memory, layout, interpreter)
            find_static_types(memory, layout, interpreter)
    except CorruptMemory:
        pass
    layout.source = SOURCE
    return before != places(layout)


def nearest(address, is_right):
    """What a table has at ``address``, wherever it is: the nearest place that is right. Where none
    is, what the table says."""
    return next((address + by for by in DISTANCES if is_right(address + by)), address)


def places(layout):
    return [member[0] for member in layout.fields(STRUCT).values()]


def find_dicts(memory, layout, interpreter):
    """sys.__dict__ is the dict that has ``hexversion``, and it names that of the modules."""
    words = memory.pointers(interpreter, NEAR // 8)
    dicts = Readers(memory, layout, VERSIONS[layout.name]).dicts
    found = next((word for word in words if is_sysdict(memory, layout, dicts, word)), None)
    if found:
        layout.move(STRUCT, "sysdict", 8 * words.index(found))
        modules = dicts.find(found, "modules")
        for name in ("imports.modules", "modules"):
            if layout.has(STRUCT, name) and modules in words:
                layout.move(STRUCT, name, 8 * words.index(modules))


def is_sysdict(memory, layout, dicts, word):
    try:
        return is_dict(memory, layout, word) and dicts.find(word, "hexversion") != 0
    except CorruptMemory:
        return False


def is_dict(memory, layout, word):
    """By the name of its type: a core file whose program is not there has no symbols."""
    type_at = layout.offset("PyObject", "ob_type")
    dict_type = memory.u64(word + type_at)
    metatype = memory.u64(dict_type + type_at)
    if memory.u64(metatype + type_at) != metatype:
        return False
    return memory.text(memory.u64(dict_type + layout.offset("PyTypeObject", "tp_name"))) == "dict"


def find_static_types(memory, layout, interpreter):
    """The array of their states, by those of two types: each has a pointer to its type."""
    types = StaticTypes(memory, layout)
    if not types.arrays:
        return
    known = static_types(memory, layout, interpreter)
    one, other = ((types.place(each), struct.pack("<Q", each)) for each in known)
    if one[0] is None or other[0] is None:
        return
    data = readable(memory, interpreter, layout.size(STRUCT) + MARGIN)
    at = data.find(one[1])
    while at >= 0:
        array = at - one[0]
        if data[array + other[0] :].startswith(other[1]):
            return move_arrays(layout, array - types.arrays[0])
        at = data.find(one[1], at + 1)


def readable(memory, address, size):
    """As much of the memory as can be read: behind the struct there may be none."""
    parts = []
    try:
        for at in range(address, address + size, PAGE):
            parts.append(memory.read(at, PAGE))
    except CorruptMemory:
        pass
    return b"".join(parts)


def static_types(memory, layout, interpreter):
    """Addresses of dict and type, as the type of sys.__dict__ and its type: a core file whose
    program is not there has no symbols."""
    at = layout.offset("PyObject", "ob_type")
    dict_type = memory.u64(memory.u64(interpreter + layout.offset(STRUCT, "sysdict")) + at)
    return dict_type, memory.u64(dict_type + at)


def move_arrays(layout, distance):
    for name in ("types.builtins", "types.for_extensions.initialized"):
        if layout.has(STRUCT, name):
            layout.move(STRUCT, name, layout.offset(STRUCT, name) + distance)
