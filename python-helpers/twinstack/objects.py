"""Python objects out of memory: the readers of one version, together."""

from . import scalars
from .attributes import Slots
from .dicts import Dicts
from .sequences import Sequences, Sets
from .strings import Strings
from .typeobjects import Types


class Objects:
    """The readers of all kinds of objects of one Runtime."""

    def __init__(self, memory, layout, version):
        self.memory, self.layout = memory, layout
        self.types = Types(memory, layout, ())
        self.strings = Strings(memory, layout)
        self.ints = version.ints(memory, layout)
        self.sequences = Sequences(memory, layout)
        self.sets = Sets(memory, layout)
        self.dicts = Dicts(memory, layout, self.strings)
        self.values = version.instance_values(memory, layout, self.dicts)
        self.slots = Slots(memory, layout, self.types)

    def forget(self):
        self.types.forget()

    def attribute(self, instance, name):
        """Address of an instance's own attribute; 0 when it has none of that name."""
        for key, value in self.values.items(instance, self.types.of(instance)):
            if self.dicts.is_name(key, name):
                return value
        return 0
