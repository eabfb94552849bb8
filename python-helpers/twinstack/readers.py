"""Python objects out of memory: the readers of one version, together."""

from . import formats, kinds
from .attributes import Slots
from .dicts import Dicts
from .enums import Enums
from .errors import CorruptMemory
from .leaves import Leaves
from .names import Names
from .reprs import Reprs
from .sequences import Sequences, Sets
from .static_types import StaticTypes
from .strings import Strings
from .typeobjects import Types
from .writer import MAX_TEXT, Writer

MAX_ATTRIBUTES = 1 << 24


class Readers:
    """The readers of one Runtime's objects, by what they read. ``features``: what repr() does in
    its version. ``frames``, a frame_objects.ObjectFrames, comes once frames can be read."""

    frames = None

    def __init__(self, memory, layout, version, features=()):
        self.memory, self.layout, self.features = memory, layout, features
        self.static_types = StaticTypes(memory, layout)
        self.types = Types(memory, layout, self.static_types, kinds.KINDS)
        self.strings = Strings(memory, layout)
        self.ints = version.ints(memory, layout)
        self.sequences = Sequences(memory, layout)
        self.sets = Sets(memory, layout)
        self.dicts = Dicts(memory, layout, self)
        self.values = version.instance_values(memory, layout, self.dicts)
        self.slots = Slots(memory, layout, self.types)
        self.names = Names(memory, layout, self)
        self.enums = Enums(self)
        self.reprs = Reprs(self)
        self.leaves = Leaves(self)
        self.locations = None  # the Runtime's locations.Locations
        self._kinds = {}

    def forget(self):
        """Memory may have changed."""
        self.types.forget()
        self.slots.forget()
        self.reprs.forget()
        self.leaves.forget()

    def kind(self, name):
        """The kinds.Kind of objects with the layout of built-in type ``name``."""
        found = self._kinds.get(name)
        if found is None:
            found = self._kinds[name] = kinds.KINDS[name](self)
        return found

    def is_str(self, address):
        return self.types.of(address).builtin == "str"

    def is_int(self, address, number):
        """Is the object an int (or bool) of this value?"""
        is_int = self.types.of(address).builtin in ("int", "bool")
        return is_int and self.ints.value(address) == number

    def kind_of(self, address, expected=kinds.Kind):
        """The kinds.Kind of an object; CorruptMemory when it is not of the ``expected`` class."""
        found = self.kind(self.types.of(address).builtin)
        if not isinstance(found, expected):
            raise CorruptMemory(address, "an object of another type than its owner needs")
        return found

    def text(self, address):
        """The value of the object at ``address``, like repr(), as far as it is shown."""
        return Writer(self, string=formats.string_limit(MAX_TEXT)).show(address)

    def scalar(self, kind, address):
        """The same of an object of a kind that ``IS_SCALAR``, in half of the time."""
        try:
            return kind.text(address, None, Writer(self, string=formats.string_limit(MAX_TEXT)))
        except CorruptMemory as error:
            return "<error: %s>" % error

    def label(self, key):
        """The text by which a key names what it leads to, however long the user wants strings."""
        return Writer(self).show(key)

    def attribute(self, instance, name):
        """Address of an instance's own attribute; 0 when it has none of that name."""
        type_object = self.types.of(instance)
        found = self.values.find(instance, type_object, name)
        return found or dict(self._in_slots(instance, type_object)).get(name, 0)

    def attributes(self, instance, start=0, count=MAX_ATTRIBUTES):
        """Own attributes: (name, address), those of ``__dict__`` first, then slots. Those of a
        class are what it defines itself."""
        type_object = self.types.of(instance)
        if type_object.builtin == "type":
            return self._defined(instance)[start : start + count]
        items = self.values.items(instance, type_object, start, count)
        found = [(self.attribute_name(key), value) for key, value in items]
        first = max(0, start - self.values.count(instance, type_object))
        return found + self._in_slots(instance, type_object)[first : first + count - len(found)]

    def attribute_count(self, instance, type_object):
        """Number of own attributes."""
        if type_object.builtin == "type":
            return len(self._defined(instance))
        in_dict = self.values.count(instance, type_object)
        return in_dict + len(self._in_slots(instance, type_object))

    def _defined(self, address):
        """What a class defines, without those that are members of its kind already."""
        members = dict(self.kind("type").members(address, self.types.of(address)))
        found = self.namespace(self.types.at(address))
        return [each for each in found if each[0] not in members]

    def _in_slots(self, instance, type_object):
        """Slots that are set, without those that the object's kind has as members."""
        slots = self.slots.items(instance, type_object)
        if not slots:
            return slots
        members = dict(self.kind(type_object.builtin).members(instance, type_object))
        return [slot for slot in slots if slot[0] not in members]

    def class_attribute(self, type_object, name):
        """Address of what a class or its bases define under a name; 0 when none does."""
        for base in self.types.mro(type_object):
            namespace = self.types.namespace(base)
            found = namespace and self.dicts.find(namespace, name)
            if found:
                return found
        return 0

    def namespace(self, type_object):
        """What a class itself defines: (name, address)."""
        mapping = self.types.namespace(type_object)
        items = self.dicts.iterate(mapping) if mapping else ()
        return [(self.attribute_name(key), value) for key, value in items]

    def attribute_name(self, key):
        """A key of ``__dict__``, nearly always a str; any other one like repr()."""
        try:
            if self.is_str(key):
                return self.strings.text(key, 200)
        except CorruptMemory:
            pass
        return self.text(key)
