"""What a native value opens into: fields, array elements, a pointer's target.

A container has ``sort`` ("named" or "indexed", DAP's words), ``count`` (children, 0 when only
reading them would tell) and ``page(start, count)``, which reads no more than that many.
"""

import itertools
import typing

import gdb

PAGE = 1000  # children in one answer, at most


class Child(typing.NamedTuple):
    """One row: ``value`` is a gdb.Value, a text, or the error met while reading it.

    ``access`` is appended to the parent's expression to reach the child, "" for a base class or
    an anonymous member, None where no expression reaches it. ``joint`` ("." or "->") is how the
    child's own fields are reached from there.
    """

    name: str
    value: object
    access: str = None
    joint: str = "."


def read(name, reader, access=None, joint="."):
    """The Child of what ``reader()`` returns; GDB's refusal becomes its value."""
    try:
        return Child(name, reader(), access, joint)
    except (gdb.error, RuntimeError) as error:
        return Child(name, error, access, joint)


class Fields:
    """Fields of a struct, union or class: base classes, anonymous and static members included."""

    sort = "named"

    def __init__(self, value, joint="."):
        self.value = value
        self.joint = joint
        self.count = len(value.type.strip_typedefs())

    def page(self, start, count):
        fields = self.value.type.strip_typedefs().fields()
        return [self._child(field) for field in fields[start : start + count]]

    def _child(self, field):
        def reader():
            return self.value[field]

        if field.is_base_class:
            return read(field.name, reader, "", self.joint)
        if not field.name:
            return read(_anonymous(field), reader, "", self.joint)
        return read(field.name, reader, self.joint + field.name)


def _anonymous(field):
    union = field.type.strip_typedefs().code == gdb.TYPE_CODE_UNION
    return "<anonymous union>" if union else "<anonymous struct>"


class Elements:
    """Elements of an array, each read by itself: GDB counts and fetches nothing else."""

    sort = "indexed"

    def __init__(self, value):
        self.value = value
        self.low, high = value.type.strip_typedefs().range()
        self.count = max(0, high - self.low + 1)

    def page(self, start, count):
        return [self._child(index) for index in range(start, min(start + count, self.count))]

    def _child(self, index):
        label = "[%d]" % (self.low + index)
        return read(label, lambda: self.value[self.low + index], label)


class Target:
    """The one thing that a pointer points to; ``[0]`` is C's suffix for it."""

    sort = "named"
    count = 1

    def __init__(self, pointer, name):
        self.pointer = pointer
        self.name = name

    def page(self, start, count):
        rows = [read(self.name, self.pointer.dereference, "[0]")]
        return list(itertools.islice(rows, start, start + count))
