"""Attributes by their names: an object's own, and what classes define."""

from ..errors import CorruptMemory

MAX_ATTRIBUTES = 1 << 24


class Attributes:
    """Those of one Runtime's objects, wherever they are kept; ``values`` and ``slots`` know that."""

    def __init__(self, readers):
        self._readers, self._types = readers, readers.types
        self._values, self._slots = readers.values, readers.slots

    def find(self, instance, name):
        """Address of an instance's own attribute; 0 when it has none of that name."""
        type_object = self._types.of(instance)
        found = self._values.find(instance, type_object, name)
        return found or dict(self._in_slots(instance, type_object)).get(name, 0)

    def of(self, instance, start=0, count=MAX_ATTRIBUTES):
        """Own attributes: (name, address), those of ``__dict__`` first, then slots. Those of a
        class are what it defines itself."""
        type_object = self._types.of(instance)
        if type_object.builtin == "type":
            return self._defined(instance)[start : start + count]
        items = self._values.items(instance, type_object, start, count)
        found = [(self.name(key), value) for key, value in items]
        first = max(0, start - self._values.count(instance, type_object))
        return found + self._in_slots(instance, type_object)[first : first + count - len(found)]

    def count(self, instance, type_object):
        """How many attributes the instance has of its own, in ``__dict__`` and in slots."""
        if type_object.builtin == "type":
            return len(self._defined(instance))
        in_dict = self._values.count(instance, type_object)
        return in_dict + len(self._in_slots(instance, type_object))

    def in_class(self, type_object, name):
        """Address of what a class or its bases define under a name; 0 when none does."""
        for base in self._types.mro(type_object):
            namespace = self._types.namespace(base)
            found = namespace and self._readers.dicts.find(namespace, name)
            if found:
                return found
        return 0

    def of_class(self, type_object):
        """What a class itself defines: (name, address)."""
        mapping = self._types.namespace(type_object)
        items = self._readers.dicts.iterate(mapping) if mapping else ()
        return [(self.name(key), value) for key, value in items]

    def name(self, key):
        """A key of ``__dict__``, nearly always a str; any other one like repr()."""
        try:
            if self._readers.is_str(key):
                return self._readers.strings.text(key, 200)
        except CorruptMemory:
            pass
        return self._readers.text(key)

    def _defined(self, address):
        """What a class defines, without those that are members of its kind already."""
        members = self._members(address, self._types.of(address))
        found = self.of_class(self._types.at(address))
        return [each for each in found if each[0] not in members]

    def _in_slots(self, instance, type_object):
        """Slots that are set, without those that the object's kind has as members."""
        slots = self._slots.items(instance, type_object)
        if not slots:
            return slots
        members = self._members(instance, type_object)
        return [slot for slot in slots if slot[0] not in members]

    def _members(self, address, type_object):
        return dict(self._readers.members(address, type_object))
