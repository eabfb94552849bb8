"""Python objects out of memory: the readers of one version, together."""

from .. import formats
from ..errors import CorruptMemory
from . import kinds
from .attributes import Slots
from .dicts import Dicts
from .enums import Enums
from .leaves import Leaves
from .named_attributes import Attributes
from .names import Names
from .reprs import Reprs
from .sequences import Sequences, Sets
from .static_names import StaticNames
from .static_types import StaticTypes
from .strings import Strings
from .typeobjects import Types
from .writer import MAX_TEXT, Writer


class Readers:
    """The readers of one Runtime's objects, by what they read. ``features``: what repr() does in
    its version. The Runtime adds ``frames``, an object_frames.ObjectFrames, ``locations``, a
    locations.Locations, ``modules``, a modules.Modules, and ``thread_locals``, a thread_locals.ThreadLocals: these need more than objects."""

    frames = locations = modules = thread_locals = None

    def __init__(self, memory, layout, version, features=()):
        self.memory, self.layout, self.features = memory, layout, features
        self.static_types = StaticTypes(memory, layout)
        self.static_names = StaticNames(memory, layout, self)
        self.types = Types(memory, layout, self.static_types, self.static_names, kinds.KINDS)
        self.strings = Strings(memory, layout)
        self.ints = version.ints(memory, layout)
        self.sequences = Sequences(memory, layout)
        self.sets = Sets(memory, layout)
        self.dicts = Dicts(memory, layout, self)
        self.values = version.instance_values(memory, layout, self.dicts)
        self.slots = Slots(memory, layout, self.types)
        self.attributes = Attributes(self)
        self.names = Names(memory, layout, self)
        self.enums = Enums(self)
        self.reprs = Reprs(self)
        self.leaves = Leaves(self)
        self._kinds = {}

    def forget(self):
        """Memory may have changed."""
        self.types.forget()
        self.static_names.forget()
        self.slots.forget()
        self.reprs.forget()
        self.leaves.forget()

    def kind(self, name):
        """The kinds.Kind of objects with the layout of built-in type ``name``."""
        found = self._kinds.get(name)
        if found is None:
            found = self._kinds[name] = kinds.KINDS[name](self)
        return found

    def members(self, address, type_object):
        """Named children of an object that are no instance attributes: (name, address or Value), as
        its kind has them, and those of an enum member."""
        own = self.kind(type_object.builtin).members(address, type_object)
        return list(own) + self.enums.properties(address, type_object)

    def member_named(self, address, type_object, name):
        """Address or Value of one of them; 0 when it is not set or there is none of that name."""
        found = self.kind(type_object.builtin).member_named(address, type_object, name)
        return found or dict(self.enums.properties(address, type_object)).get(name, 0)

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
        """As ``text``, in half of the time, of an object whose kind ``IS_SCALAR``."""
        try:
            return kind.text(address, None, Writer(self, string=formats.string_limit(MAX_TEXT)))
        except CorruptMemory as error:
            return "<error: %s>" % error

    def label(self, key):
        """The text by which a key names what it leads to, however long the user wants strings."""
        return Writer(self).show(key)
