"""What a native value opens into: fields, array elements, a pointer's target.

A container has ``sort`` ("named" or "indexed", DAP's words), ``count`` (children, 0 when only
reading them would tell) and ``page(start, count)``, which reads no more than that many; where any
child is read without those before it, ``position_of(index)`` is the place of ``[index]``.
"""

import itertools
from collections import namedtuple

import gdb

from .accesses import Reach

PAGE = 1000  # children in one answer, at most


class Child(namedtuple("Child", "name value access reach is_head")):
    """One row: ``value`` is a gdb.Value, a text, or the error met while reading it.

    ``access`` is appended to the parent's expression to reach the child, "" for a base class or
    an anonymous member, None where no expression reaches it. ``reach`` is the accesses.Reach of
    what a base class or an anonymous member opens into. ``is_head``: a base class or the first of
    the fields, where the value around it lies too.
    """

    def __new__(cls, name, value, access=None, reach=None, is_head=False):
        return super().__new__(cls, name, value, access, reach, is_head)


def read(name, reader, access=None, reach=None, is_head=False):
    """The Child of what ``reader()`` returns; GDB's refusal becomes its value."""
    try:
        return Child(name, reader(), access, reach, is_head)
    except (gdb.error, RuntimeError) as error:
        return Child(name, error, access, reach)


def anew(value):
    """The value as memory has it now: a gdb.Value stays as it was when it was read."""
    address = value.address
    return value if address is None else address.dereference()


class Fields:
    """Fields of a struct, union or class: base classes, anonymous and static members included.

    ``reach`` tells how they are reached; by "." when it is left out.
    """

    sort = "named"

    def __init__(self, value, reach=None):
        self.value = value
        self.reach = reach or Reach(".", value.type)
        self.count = len(value.type.strip_typedefs())

    def page(self, start, count):
        value = anew(self.value)
        fields = value.type.strip_typedefs().fields()  # with an array of no length, not those of the type as declared
        return [self._child(value, field) for field in fields[start : start + count]]

    def _child(self, value, field):
        def reader():
            return value[field]

        if field.is_base_class or not field.name:
            name, reach = field.name or _anonymous(field), self.reach.within(field)
            return read(name, reader, "", reach, is_head=field.is_base_class)
        is_struct = field.type.strip_typedefs().code == gdb.TYPE_CODE_STRUCT
        is_head = is_struct and getattr(field, "bitpos", None) == 0
        return read(field.name, reader, self.reach.access(field), is_head=is_head)


def _anonymous(field):
    union = field.type.strip_typedefs().code == gdb.TYPE_CODE_UNION
    return "<anonymous union>" if union else "<anonymous struct>"


class Elements:
    """Elements of an array, each read by itself: GDB counts and fetches nothing else."""

    sort = "indexed"

    def __init__(self, value):
        self.value = value
        kind = value.type.strip_typedefs()
        self.low, high = kind.range() if kind.sizeof else (0, -1)  # GDB 10.1 ends itself at the range of "[]"
        self.count = max(0, high - self.low + 1)

    def position_of(self, index):
        return index - self.low

    def page(self, start, count):
        value = anew(self.value)
        return [_element(value, self.low + index) for index in range(start, min(start + count, self.count))]


def _element(array, index):
    label = "[%d]" % index
    return read(label, lambda: array[index], label)


class Target:
    """The one thing that a pointer points to; ``[0]`` is C's suffix for it."""

    sort = "named"
    count = 1

    def __init__(self, pointer, name):
        self.pointer = pointer
        self.name = name

    def page(self, start, count):
        rows = [read(self.name, anew(self.pointer).dereference, "[0]")]
        return list(itertools.islice(rows, start, start + count))
