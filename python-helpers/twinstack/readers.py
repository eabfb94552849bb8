"""Python objects out of memory: the readers of one version, together."""

from . import kinds
from .attributes import Slots
from .dicts import Dicts
from .enums import Enums
from .errors import CorruptMemory
from .names import Names
from .sequences import Sequences, Sets
from .static_types import StaticTypes
from .strings import Strings
from .typeobjects import Types
from .writer import MAX_TEXT, Writer


class Readers:
    """The readers of one Runtime's objects, by what they read."""

    def __init__(self, memory, layout, version):
        self.memory, self.layout = memory, layout
        self.static_types = StaticTypes(memory, layout)
        self.types = Types(memory, layout, self.static_types, kinds.KINDS)
        self.strings = Strings(memory, layout)
        self.ints = version.ints(memory, layout)
        self.sequences = Sequences(memory, layout)
        self.sets = Sets(memory, layout)
        self.dicts = Dicts(memory, layout, self.strings, self.is_int)
        self.values = version.instance_values(memory, layout, self.dicts)
        self.slots = Slots(memory, layout, self.types)
        self.names = Names(memory, layout, self)
        self.enums = Enums(self)
        self._kinds = {}

    def forget(self):
        """Memory may have changed."""
        self.types.forget()
        self.slots.forget()

    def kind(self, name):
        """The kinds.Kind of objects with the layout of built-in type ``name``."""
        found = self._kinds.get(name)
        if found is None:
            found = self._kinds[name] = kinds.KINDS[name](self)
        return found

    def is_int(self, address, number):
        """Is the object an int (or bool) of this value?"""
        is_int = self.types.of(address).builtin in ("int", "bool")
        return is_int and self.ints.value(address) == number

    def kind_of(self, address):
        return self.kind(self.types.of(address).builtin)

    def text(self, address, max_text=MAX_TEXT):
        """The value of the object at ``address``, like repr()."""
        return Writer(self, max_text).show(address)

    def attribute(self, instance, name):
        """Address of an instance's own attribute; 0 when it has none of that name."""
        for key, value in self.values.items(instance, self.types.of(instance)):
            if self.dicts.is_name(key, name):
                return value
        return 0

    def attributes(self, instance):
        """All own attributes: (name, address), those of ``__dict__`` first, then slots."""
        type_object = self.types.of(instance)
        items = self.values.items(instance, type_object)
        named = [(self.attribute_name(key), value) for key, value in items]
        return named + self.slots.items(instance, type_object)

    def attribute_count(self, instance, type_object):
        """Number of own attributes."""
        in_slots = self.slots.items(instance, type_object) if type_object.is_heap else ()
        return self.values.count(instance, type_object) + len(in_slots)

    def namespace(self, type_object):
        """What a class itself defines: (name, address)."""
        mapping = self.types.namespace(type_object)
        items = self.dicts.iterate(mapping) if mapping else ()
        return [(self.attribute_name(key), value) for key, value in items]

    def attribute_name(self, key):
        """A key of ``__dict__``, nearly always a str."""
        try:
            return self.strings.text(key, 200)
        except CorruptMemory:
            return self.text(key)
