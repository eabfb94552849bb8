"""Follow a path through Python objects by reading memory: no code of the program runs."""

from functools import partial

from ..errors import CorruptMemory, UserError
from . import literals, paths, reckoning, slices, variables
from .attribute_steps import AttributeSteps
from .kinds.base import Value
from .nearest import MAX_NAMES, nearest


class Evaluator:
    """Follows paths such as ``self.items[3].name`` from the names of one Python frame, by reading alone."""

    def __init__(self, readers, scopes, frame):
        self._readers, self._scopes, self._frame = readers, scopes, frame
        self._attributes = AttributeSteps(readers)

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
        return self._attributes.step(address, name, path)

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
        return self._attributes.names(found)

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
        """The item of an array under one number for each dimension, followed one after the other."""
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
        """The value under a key of a dict, by equality as dicts have it: True and 1 are one key. Raises UserError with the nearest keys."""
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
