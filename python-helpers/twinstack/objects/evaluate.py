"""Follow a path through Python objects by reading memory: no code of the program runs."""

from functools import partial

from ..errors import CorruptMemory, ForConsole, UserError
from ..later import difflib
from . import literals, paths, reckoning, slices, variables
from .kinds.base import Value
from .kinds.callables import WRAPPERS

MAX_NAMES = 5000  # looked at for the nearest ones
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


class Evaluator:
    """Follows paths such as ``self.items[3].name`` from the names of one Python frame, by reading alone."""

    def __init__(self, readers, scopes, frame):
        self._readers, self._scopes, self._frame = readers, scopes, frame
        layout = readers.layout
        self._get = layout.offset("PyTypeObject", "tp_descr_get")

    def evaluate(self, expression):
        """Address of the object, or a kinds.base.Value. Raises UserError that says which part failed and what exists."""
        name, steps, part = self._parsed(expression)
        if part is not None:
            raise UserError("'%s' ends in a slice, which is no object in memory." % expression)
        return self._object(name, steps)[0]

    def variable(self, expression):
        """The VARIABLE of the object or slice; its "access" is what its children are reached from.
        Raises UserError as ``evaluate`` does."""
        try:
            name, steps, part = self._parsed(expression)
        except paths.NoPath:
            return reckoning.Reckoner(self, self._readers, expression).variable()
        address, path = self._object(name, steps)
        if part is None:
            return variables.variable(self._readers, expression, address, expression)
        return self._part(address, part, path).variable(expression, path)

    def _parsed(self, expression):
        """(first name, steps, the Range that ends the path or None)"""
        name, steps = paths.parse(expression)
        is_part = steps and isinstance(steps[-1], paths.Range)
        return (name, steps[:-1], steps[-1]) if is_part else (name, steps, None)

    def _part(self, address, step, path):
        """The slices.Slice that a path ends in."""
        part = slices.of(self._readers, address, step.first, step.last)
        if part is None:
            name = self._readers.names.qualname(self._readers.types.of(address))
            raise UserError("'%s' is of type %s, of which no slices are read." % (path, name))
        return part

    def _object(self, name, steps):
        """(address, path) of what the steps lead to."""
        address, path = self.named(name), name
        for step in steps:
            address = self.followed(address, step, path)
            path += str(step)
        return address, path

    def followed(self, address, step, path):
        """What a step leads to from the object at the end of a path: an address or a kinds.base.Value."""
        try:
            return self._follow(address, step, path)
        except CorruptMemory as error:
            raise UserError("'%s' cannot be read: %s." % (path, error))

    def _follow(self, address, step, path):
        if isinstance(address, Value):
            return self._within(address, step, path)
        if isinstance(step, paths.Attribute):
            return self._attribute(address, step.name, path)
        return self._item(address, step.key, path)

    def _within(self, value, step, path):
        """What a step leads to from a kinds.base.Value."""
        rows = value.rows
        if rows and rows.dimensions and isinstance(step, paths.Index) and isinstance(step.key, tuple):
            return self._by_numbers(value, rows.dimensions, step.key, path)
        if rows and rows.sort == "indexed" and isinstance(step, paths.Index):
            return self._by_number(rows.element, rows.count, step.key, path)
        found = rows and rows.sort == "named" and rows.reached(str(step))
        if not found:
            raise UserError("'%s' is a value in C, which has no %s." % (path, step))
        return found

    def named(self, name):
        """Address of what a name stands for: local and enclosing names, then globals, then builtins."""
        local = self._scopes.find(self._frame, name)
        if isinstance(local, CorruptMemory):
            raise UserError("'%s' cannot be read: %s." % (name, local))
        if local:
            return local
        for mapping in self._outer():
            found = self._readers.dicts.find(mapping, name)
            if found:
                return found
        where, near = self._frame.code.qualname, nearest(name, self.names())
        raise UserError("There is no name '%s' in %s%s." % (name, where, near))

    def is_built_in(self, name):
        """Whether nothing that the frame sees hides the built-in object of that name."""
        return self.named(name) == self._readers.dicts.find(self._scopes.builtins(self._frame), name)

    def _outer(self):
        return self._scopes.globals(self._frame), self._scopes.builtins(self._frame)

    def names(self):
        """The names that the frame sees: local, global, built in."""
        names = set(dict(self._scopes.locals(self._frame)))
        for mapping in self._outer():
            items = self._readers.dicts.items(mapping, 0, MAX_NAMES)
            names.update(self._readers.attributes.name(key) for key, _ in items)
        return names

    def _attribute(self, address, name, path):
        """As object.__getattribute__ does, as far as no code runs."""
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
        owner, near = self._readers.names.qualname(type_object), nearest(name, self._names_of(address))
        return UserError(
            "'%s' (%s) has no attribute '%s' that can be read from memory%s."
            % (path, owner, name, near)
        )

    def key_names(self, expression):
        """The keys of the mapping at the end of a path that are strings."""
        found = self.evaluate(expression)
        mapping = None if isinstance(found, Value) else self._readers.kind_of(found).mapping(found)
        items = self._readers.dicts.items(mapping, 0, MAX_NAMES) if mapping else []
        return [self._readers.attributes.name(key) for key, _ in items if self._readers.types.of(key).builtin == "str"]

    def attribute_names(self, expression):
        """The names of what the object at the end of a path has, and its classes."""
        found = self.evaluate(expression)
        if isinstance(found, Value):
            raise UserError("'%s' is a value in C, which has no attributes." % expression)
        return self._names_of(found)

    def _names_of(self, address):
        type_object = self._readers.types.of(address)
        own = self._readers.attributes.of(address, 0, MAX_NAMES)
        names = {known for known, _ in own + list(self._readers.members(address, type_object))}
        for base in self._readers.types.mro(type_object):
            names.update(known for known, _ in self._readers.attributes.of_class(base))
        return names

    def _item(self, address, key, path):
        type_object = self._readers.types.of(address)
        kind = self._readers.kind(type_object.builtin)
        mapping = kind.mapping(address)
        if mapping:
            return self._by_key(mapping, key, path)
        if key and isinstance(key, tuple) and kind.dimensions(address):
            return self._by_numbers(address, kind.dimensions(address), key, path)
        whole = self._readers.member_named(address, type_object, str(paths.Index(key)))
        count = kind.elements(address)
        if whole or count is not None:
            element = partial(kind.element, address)
            return whole or self._by_number(element, count, key, path)
        name = self._readers.names.qualname(type_object)
        raise UserError(
            "'%s' is of type %s, which has no items that can be read from memory." % (path, name)
        )

    def _by_numbers(self, found, dimensions, keys, path):
        """Of an array, one dimension after the other."""
        if len(keys) > dimensions or not all(isinstance(key, int) for key in keys):
            text = "The items of '%s' have numbers from 0 in each dimension, of which it has %d; there is no [%s]."
            raise UserError(text % (path, dimensions, ", ".join(map(repr, keys))))
        for key in keys:
            found = self._follow(found, paths.Index(key), path)
            path += "[%r]" % (key,)
        return found

    def _by_number(self, element, count, key, path):
        """``element(index)``, for an index from the start or from the end."""
        if not isinstance(key, int):
            raise UserError("'%s' has %d items numbered from 0; %r is no number." % (path, count, key))
        if not -count <= key < count:
            raise UserError("'%s' has %d items; there is no [%d]." % (path, count, key))
        return element(key % count)

    def _by_key(self, mapping, key, path):
        """By equality as dicts see it: True and 1 are one key."""
        dicts = self._readers.dicts
        found = self.found_in(mapping, key)
        if found:
            return found
        keys = [
            self._readers.attributes.name(known) for known, _ in dicts.items(mapping, 0, MAX_NAMES)
        ]
        near = nearest(key, keys, "key") if isinstance(key, str) else ""
        raise UserError("'%s' has no key %r%s." % (path, key, near))

    def found_in(self, mapping, key):
        """Address of the value under a key; 0 when there is none."""
        dicts = self._readers.dicts
        if isinstance(key, str):
            return dicts.find(mapping, key)
        if isinstance(key, int):
            return dicts.find_int(mapping, key)
        items = dicts.iterate(mapping)
        return next((value for each, value in items if self._is(each, key)), 0)

    def _is(self, address, key):
        try:
            return literals.equals(self._readers, address, key)
        except CorruptMemory:
            return False


def nearest(name, names, noun="name"):
    """Text to append to an error, such as "; the nearest name is 'x'"; empty when none is near."""
    near = difflib.get_close_matches(name, sorted(names), 3, 0.7)
    if not near:
        return ""
    if len(near) == 1:
        return "; the nearest %s is '%s'" % (noun, near[0])
    return "; the nearest %ss are '%s' and '%s'" % (noun, "', '".join(near[:-1]), near[-1])
