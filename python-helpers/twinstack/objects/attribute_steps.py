"""What ``.name`` leads to from an object: as object.__getattribute__ finds it, as far as no code of the program runs."""

from ..errors import ForConsole, UserError
from . import paths
from .kinds.base import Value
from .kinds.callables import WRAPPERS
from .nearest import MAX_NAMES, nearest

CALLABLES = (
    "function",
    "builtin_function_or_method",
    "method_descriptor",
    "wrapper_descriptor",
    "classmethod_descriptor",
)
SLOT = "member_descriptor"
GETSET = "getset_descriptor"
NAMES_OF_CLASSES = ("__name__", "__qualname__")


class AttributeSteps:
    """The steps by an attribute's name; ``path`` is how the object was reached, for errors."""

    def __init__(self, readers):
        self._readers = readers
        self._get = readers.layout.offset("PyTypeObject", "tp_descr_get")

    def names(self, address):
        """The names that the object has, its C members' and its classes'."""
        type_object = self._readers.types.of(address)
        own = self._readers.attributes.of(address, 0, MAX_NAMES)
        names = {known for known, _ in own + list(self._readers.members(address, type_object))}
        for base in self._readers.types.mro(type_object):
            names.update(known for known, _ in self._readers.attributes.of_class(base))
        return names

    def step(self, address, name, path):
        """Address of the attribute, or a kinds.base.Value. Raises UserError where there is none, and ForConsole where code would compute it."""
        type_object = self._readers.types.of(address)
        if name == "__class__":
            return type_object.address
        in_class = self._readers.attributes.in_class(type_object, name)
        if name in NAMES_OF_CLASSES and in_class and type_object.builtin == "type" and self._readers.types.of(in_class).name == GETSET:
            named = getattr(self._readers.names, name.strip("_"))
            return Value(repr(named(self._readers.types.at(address))), "str")
        if in_class and self._readers.types.of(in_class).builtin == "property":
            raise self._computed(name, path, in_class)
        found = self._own(address, type_object, name)
        found = found or in_class and self._plain(in_class, name, path, type_object)
        if found:
            return found
        raise self._no_attribute(name, path, address, type_object)

    def _own(self, address, type_object, name):
        """Address of the object's own attribute, or for a class also of its bases'; or 0."""
        readers = self._readers
        named = readers.member_named
        if type_object.builtin != "type":
            return named(address, type_object, name) or readers.attributes.find(address, name)
        found = readers.enums.named(address, name) or named(address, type_object, name)
        found = found or readers.attributes.in_class(readers.types.at(address), name)
        return found and self._unwrapped(found)

    def _plain(self, address, name, path, type_object):
        """A class attribute as the instance sees it; one that is computed is refused."""
        address = self._unwrapped(address)
        kind = self._readers.types.of(address).name
        if kind == SLOT:
            raise self._no_object(name, path, type_object)
        if kind in CALLABLES or not self._is_computed(address):
            return address
        raise self._computed(name, path, address)

    def _unwrapped(self, address):
        """The function in a staticmethod or classmethod."""
        name = self._readers.types.of(address).name
        return self._readers.kind(name).member(address, "__func__") if name in WRAPPERS else address

    def _is_computed(self, address):
        """Whether an object in a class is a descriptor, whose ``__get__`` would have to run."""
        type_object = self._readers.types.of(address)
        return bool(self._readers.memory.u64(type_object.address + self._get))

    def _computed(self, name, path, descriptor):
        kind = self._readers.types.of(descriptor).name
        reason = "'%s.%s' is computed (by a %s): reading it would run code in the program"
        return ForConsole(reason % (path, name, kind), paths.ONLY_TYPED)

    def _no_object(self, name, path, type_object):
        if name in dict(self._readers.slots.of_type(type_object)):
            return UserError("'%s' has a slot '%s' that is not set." % (path, name))
        return UserError(
            "'%s.%s' is a member in C that is no Python object; the C view of '%s' shows it."
            % (path, name, path)
        )

    def _no_attribute(self, name, path, address, type_object):
        owner, near = self._readers.names.qualname(type_object), nearest(name, self.names(address))
        return UserError(
            "'%s' (%s) has no attribute '%s' that can be read from memory%s."
            % (path, owner, name, near)
        )
