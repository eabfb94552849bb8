"""Follow a path through Python objects by reading memory: no code of the program runs."""

import difflib

from . import paths
from .errors import CorruptMemory, UserError

MAX_NAMES = 5000  # looked at for the nearest ones
CALLABLES = (
    "function",
    "builtin_function_or_method",
    "method_descriptor",
    "wrapper_descriptor",
    "classmethod_descriptor",
)
WRAPPERS = ("staticmethod", "classmethod")
SLOT = "member_descriptor"


class Evaluator:
    """Evaluates paths in one frame."""

    def __init__(self, readers, scopes, frame):
        self._readers, self._scopes, self._frame = readers, scopes, frame
        layout = readers.layout
        self._get = layout.offset("PyTypeObject", "tp_descr_get")

    def evaluate(self, expression):
        """Address of the object. Raises UserError that says which part failed and what exists."""
        name, steps = paths.parse(expression)
        address, path = self._name(name), name
        for step in steps:
            try:
                address = self._follow(address, step, path)
            except CorruptMemory as error:
                raise UserError("'%s' cannot be read: %s." % (path, error))
            path += str(step)
        return address

    def _follow(self, address, step, path):
        if isinstance(step, paths.Attribute):
            return self._attribute(address, step.name, path)
        return self._item(address, step.key, path)

    def _name(self, name):
        """Local and enclosing names, then globals, then builtins."""
        names = dict(self._scopes.locals(self._frame))
        if name in names:
            return names[name]
        outer = self._scopes.globals(self._frame), self._scopes.builtins(self._frame)
        for mapping in outer:
            found = self._readers.dicts.find(mapping, name)
            if found:
                return found
        for mapping in outer:
            items = self._readers.dicts.items(mapping, 0, MAX_NAMES)
            names.update((self._readers.attribute_name(key), value) for key, value in items)
        where = self._frame.code.qualname
        raise UserError("There is no name '%s' in %s%s." % (name, where, nearest(name, names)))

    def _attribute(self, address, name, path):
        """As object.__getattribute__ does, as far as no code runs."""
        type_object = self._readers.types.of(address)
        if name == "__class__":
            return type_object.address
        in_class = self._in_class(type_object, name)
        own = dict(self._own(address, type_object))
        if in_class and self._readers.types.of(in_class).builtin == "property":
            raise self._computed(name, path, in_class)
        found = own.get(name) or in_class and self._plain(in_class, name, path)
        if found:
            return found
        raise self._no_attribute(name, path, type_object, own)

    def _own(self, address, type_object):
        """(name, address): the object's own, or for a class those of its bases too."""
        members = self._readers.kind(type_object.builtin).members(address, type_object)
        found = []
        if type_object.builtin == "type":
            for base in reversed(self._readers.types.mro(self._readers.types.at(address))):
                found += [(n, self._unwrapped(v)) for n, v in self._readers.namespace(base)]
        return found + self._readers.attributes(address) + [item for item in members if item[1]]

    def _in_class(self, type_object, name):
        for base in self._readers.types.mro(type_object):
            namespace = self._readers.types.namespace(base)
            found = namespace and self._readers.dicts.find(namespace, name)
            if found:
                return found
        return 0

    def _plain(self, address, name, path):
        """A class attribute as the instance sees it; one that is computed is refused."""
        address = self._unwrapped(address)
        kind = self._readers.types.of(address).name
        if kind == SLOT:
            raise UserError("'%s' has a slot '%s' that is not set." % (path, name))
        if kind in CALLABLES or not self._is_computed(address):
            return address
        raise self._computed(name, path, address)

    def _unwrapped(self, address):
        """The function in a staticmethod or classmethod."""
        name = self._readers.types.of(address).name
        return self._readers.kind(name).member(address, "__func__") if name in WRAPPERS else address

    def _is_computed(self, address):
        """Does its type have __get__?"""
        type_object = self._readers.types.of(address)
        return bool(self._readers.memory.u64(type_object.address + self._get))

    def _computed(self, name, path, descriptor):
        kind = self._readers.types.of(descriptor).name
        return UserError(
            "'%s.%s' is computed (by a %s): reading it would run code in the stopped program, "
            "which is not done here." % (path, name, kind)
        )

    def _no_attribute(self, name, path, type_object, own):
        names = set(own)
        for base in self._readers.types.mro(type_object):
            names.update(known for known, _ in self._readers.namespace(base))
        owner = self._readers.names.qualname(type_object)
        return UserError(
            "'%s' (%s) has no attribute '%s' that can be read from memory%s."
            % (path, owner, name, nearest(name, names))
        )

    def _item(self, address, key, path):
        type_object = self._readers.types.of(address)
        mapping = self._readers.kind(type_object.builtin).mapping(address)
        if mapping:
            return self._by_key(mapping, key, path)
        if type_object.builtin not in ("list", "tuple", "collections.deque"):
            name = self._readers.names.qualname(type_object)
            raise UserError(
                "'%s' is of type %s, which has no items that can be read from memory."
                % (path, name)
            )
        return self._by_index(address, key, path)

    def _by_index(self, address, key, path):
        kind = self._readers.kind_of(address)
        length = kind.length(address)
        if not isinstance(key, int):
            raise UserError(
                "'%s' has %d items numbered from 0; %r is no number." % (path, length, key)
            )
        if not -length <= key < length:
            raise UserError("'%s' has %d items; there is no [%d]." % (path, length, key))
        return kind.items(address, key % length, 1)[0].address

    def _by_key(self, mapping, key, path):
        """By equality as dicts see it: True and 1 are one key."""
        dicts = self._readers.dicts
        if key is None:
            found = self._by_none(mapping)
        else:
            found = (dicts.find if isinstance(key, str) else dicts.find_int)(mapping, key)
        if found:
            return found
        keys = [
            self._readers.attribute_name(known) for known, _ in dicts.items(mapping, 0, MAX_NAMES)
        ]
        near = nearest(key, keys, "key") if isinstance(key, str) else ""
        raise UserError("'%s' has no key %r%s." % (path, key, near))

    def _by_none(self, mapping):
        items = self._readers.dicts.iterate(mapping)
        of = self._readers.types.of
        return next((value for key, value in items if of(key).name == "NoneType"), 0)


def nearest(name, names, noun="name"):
    """Text to append to an error, such as "; the nearest name is 'x'"; empty when none is near."""
    near = difflib.get_close_matches(name, sorted(names), 3, 0.7)
    if not near:
        return ""
    if len(near) == 1:
        return "; the nearest %s is '%s'" % (noun, near[0])
    return "; the nearest %ss are '%s' and '%s'" % (noun, "', '".join(near[:-1]), near[-1])
