"""Values of the program's objects in GDB's Python: of built-in types alone, and no more than is soon read."""

import collections

from . import paths, value_sizes
from .kinds.base import Number, Value

MAX_ITEMS = 1000  # of a container, which is read whole
MAX_OBJECTS = 10000  # that are read for one expression
MAX_DEPTH = 5  # of containers in containers
SCALARS = {"int": int, "bool": bool, "float": float, "str": str, "bytes": bytes}
CONTAINERS = {"tuple": tuple, "list": list, "set": set, "frozenset": frozenset}
COMPARING = "__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__hash__", "__contains__"

Held = collections.namedtuple("Held", "address path")  # what is in the program's memory, and how it is reached


def is_object(found):
    """Whether it is held and an object of Python's, which a kinds.base.Value is not."""
    return isinstance(found, Held) and not isinstance(found.address, Value)


class PlainValues:
    """The values that one expression reads; errors name the expression."""

    def __init__(self, readers, expression):
        self._readers, self._expression = readers, expression
        self._left = MAX_OBJECTS
        self._compared = {}  # type -> whether its objects are compared as those of a built-in one

    def type(self, address, is_compared=False):
        """The name of the built-in type whose value an object has; None where it is of another. An object of a class that is derived has one
        to be compared alone, and where the class does not compare in its own way: a named tuple."""
        found = self._readers.types.of(address)
        if found.name == "NoneType":
            return found.name
        is_exact = not found.is_heap and found.name == found.builtin
        is_known = found.builtin in SCALARS or found.builtin in CONTAINERS
        return found.builtin if is_known and (is_exact or is_compared and self._is_compared_as_built_in(found)) else None

    def _is_compared_as_built_in(self, type_object):
        if type_object not in self._compared:
            self._compared[type_object] = self._has_no_comparison(type_object)
        return self._compared[type_object]

    def _has_no_comparison(self, type_object):
        """Whether neither a class of Python nor its bases define any of their own."""
        base = next(each for each in self._readers.types.mro(type_object) if not each.is_heap)
        of_class = self._readers.attributes.in_class
        return base.name == type_object.builtin and all(of_class(type_object, name) == of_class(base, name) for name in COMPARING)

    def is_plain(self, found):
        """Whether a Held is of a built-in type whose values are computed with; what was computed is."""
        if not isinstance(found, Held) or isinstance(found.address, Number):
            return True
        return is_object(found) and self.type(found.address) is not None

    def plain(self, found, is_compared=False):
        """The value of a Held, read so; what was computed is one."""
        return self.read(found.address, is_compared=is_compared) if isinstance(found, Held) else found

    def read(self, address, depth=0, is_compared=False):
        """The value of the object at an address, or of a Number; ``is_compared`` as of ``type``. Raises ForConsole where it has none, or where it is too much."""
        if isinstance(address, Number):
            return address.number
        name = None if isinstance(address, Value) or depth > MAX_DEPTH else self.type(address, is_compared)
        if name is None:
            raise paths.refusal(self._expression)
        self._left -= 1
        if self._left < 0:
            raise value_sizes.refusal(self._expression)
        return self._container(address, name, depth, is_compared) if name in CONTAINERS else self._scalar(address, name)

    def _scalar(self, address, name):
        kind = self._readers.kind(name)
        if name == "NoneType":
            return None
        if name in ("int", "bool"):
            return SCALARS[name](self._readers.ints.value(address))
        if name == "float":
            return kind.value(address)
        if kind.characters(address) > value_sizes.MAX_TEXT:
            raise value_sizes.refusal(self._expression)
        return kind.part(address, 0, kind.characters(address))

    def _container(self, address, name, depth, is_compared):
        kind = self._readers.kind(name)
        count = kind.length(address)
        if count > MAX_ITEMS:
            raise value_sizes.refusal(self._expression)
        return CONTAINERS[name](self.read(each.address, depth + 1, is_compared) for each in kind.items(address, 0, count))
