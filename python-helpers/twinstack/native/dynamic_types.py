"""Pointers and references to C++ objects, and what is behind them, as what they lead to, by GDB's ``print object``.

The object's table of virtual functions tells its class: nothing is called. While the setting is on, GDB's
expressions reach the members of that class through a pointer, too (not through a reference).
"""

import gdb

from .accesses import NOWHERE
from .type_codes import POINTERS


def as_it_is(child):
    """The members.Child with its value as what it leads to; as given where that is the same, or cannot be told."""
    value = child.value
    code = value.type.strip_typedefs().code
    if code not in POINTERS or not gdb.parameter("print object"):
        return child
    try:
        found = value.dynamic_type
        if found == value.type:
            return child
        reach = child.reach if code == gdb.TYPE_CODE_PTR else NOWHERE
        return child._replace(value=value.cast(found), reach=reach)
    except (gdb.error, RuntimeError):  # it leads nowhere
        return child


def behind(child):
    """The members.Child of an expression such as ``*pointer`` with its value as the whole object, of which it is declared to be a part."""
    value = child.value
    if value.type.strip_typedefs().code != gdb.TYPE_CODE_STRUCT or value.address is None:
        return child
    whole = as_it_is(child._replace(value=value.address)).value
    return child if whole.type == value.address.type else child._replace(value=whole.dereference(), reach=NOWHERE)
