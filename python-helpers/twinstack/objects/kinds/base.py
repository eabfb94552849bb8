"""What all kinds have in common, and objects of which only the attributes are known."""

from ... import formats
from .. import parts, paths
from ..writer import CUT, MAX_TEXT


class Kind:
    """How objects of one built-in memory layout are shown and opened.

    ``STRUCT`` is the C struct of its objects. Every method takes the object's address; all raise
    CorruptMemory for what cannot be.
    """

    STRUCT = "PyObject"
    IS_SCALAR = False  # has no children, where it is no instance of a class in Python

    def __init__(self, readers):
        self.readers, self.memory = readers, readers.memory

    def struct(self, address):
        """The C struct that this very object is."""
        return self.STRUCT

    def word(self, address, *names):
        """The 64 bits of a member of the struct, such as a pointer; named as in any version."""
        return self.memory.u64(address + self.readers.layout.offset(self.STRUCT, *names))

    def integer(self, address, *names):
        """The signed integer of a member of the struct, of its own size."""
        offset, size = self.readers.layout.member(self.STRUCT, *names)[:2]
        return int.from_bytes(self.memory.read(address + offset, size), "little", signed=True)

    def text(self, address, type_object, writer):
        """What repr() gives, as far as it can be known without running code. What is written in C
        has object.__repr__ here; a class in Python may have any."""
        if type_object.is_heap and "." not in type_object.name:
            return "<%s at 0x%x>" % (self.readers.names.qualname(type_object), address)
        return "<%s object at 0x%x>" % (self.readers.names.full(type_object), address)

    def writes(self, type_object):
        """Whether the text is that of a type with a ``__repr__`` of its own."""
        return False

    def qualname(self, address):
        """``__qualname__``, else ``__name__``; "" where an object has neither."""
        found = (self.readers.attributes.find(address, "__%s__" % name) for name in ("qualname", "name"))
        return next((self.readers.strings.text(each, 500) for each in found if each), "")

    def cycle(self):
        """The text that stands for the object where it is met inside itself."""
        return "..."

    def length(self, address):
        """How many indexed children the object opens into."""
        return 0

    def items(self, address, start, count):
        """A page of the indexed children, as Items."""
        return []

    def elements(self, address):
        """How many items a path reaches by number; None where it reaches none."""
        return None

    def element(self, address, index):
        """Address or Value of the item with a number from 0 to below ``elements``."""
        return self.items(address, index, 1)[0].address

    def dimensions(self, address):
        """How many numbers reach an item together: a[0, 1]; 0 where they do not."""
        return 0

    def mapping(self, address):
        """Address of the dict whose keys reach the items; 0 when keys do not."""
        return 0

    def members(self, address, type_object):
        """Named children that are no instance attributes: (name, address or Value), absent ones
        as 0."""
        return []

    def member_named(self, address, type_object, name):
        """Address of one member, or its Value; 0 when it is not set or there is none of that name."""
        return dict(self.members(address, type_object)).get(name, 0)

    def access(self, name, value):
        """The text that reaches a named child from the object; None where no path does."""
        return "." + name if paths.is_name(name) else None


class Sequence(Kind):
    """A kind whose indexed children have the numbers that they have in Python."""

    def elements(self, address):
        return self.length(address)


class Sliced(Sequence):
    """A Sequence whose slices are shown, with ``part_text(address, type_object, first, last,
    writer)``: what repr() gives of one."""


class Value:
    """A child that is no Python object: its text and type; ``rows`` (a Rows) where it opens."""

    __slots__ = ("text", "type", "rows")

    def __init__(self, text, type="", rows=None):
        self.text, self.type, self.rows = text, type, rows


class Number(Value):
    """A number that is a ``value`` of C; ``number``: what it is to Python."""

    __slots__ = ("value", "number")

    def __init__(self, value, number):
        super().__init__(str(value), str(value.type))
        self.value, self.number = value, number


class Rows:
    """What a Value opens into: ``sort`` ("named" or "indexed"), ``count``, and
    ``page(start, count)`` of (name, address or Value, access); without the access where no path
    leads to the row. ``dimensions``: as of a Kind."""

    def __init__(self, sort, count, page, dimensions=0):
        self.sort, self.count, self.page, self.dimensions = sort, count, page, dimensions

    def element(self, index):
        """Address or Value of the row with a number."""
        return self.page(index, 1)[0][1]

    def reached(self, access):
        """Address or Value of the named row that an access leads to; None where there is none."""
        rows = self.page(0, self.count)
        return next((row[1] for row in rows if row[2:] == (access,)), None)


class Item:
    """An indexed child: label, address or Value, and the text that reaches it from the parent or
    None."""

    __slots__ = ("label", "address", "access")

    def __init__(self, label, address, access):
        self.label, self.address, self.access = label, address, access


def numbered(start, addresses):
    """Items of a sequence: label and access are "[i]"."""
    labels = ("[%d]" % index for index in range(start, start + len(addresses)))
    return [Item(label, address, label) for label, address in zip(labels, addresses)]


class Part(Item):
    """An indexed child that is no object: some characters, up to ``last``, of the text at
    ``address``."""

    __slots__ = ("first", "last")

    def __init__(self, address, first, last):
        label = "[%d:%d]" % (first, last)
        super().__init__(label, address, label)
        self.first, self.last = first, last


def numbered_parts(address, first, last, start, count):
    """The Parts of a page of what the text from ``first`` to ``last`` opens into."""
    return [Part(address, *borders) for borders in parts.page(first, last, start, count)]


class Text(Kind):
    """str, bytes, bytearray. One that is too long to be shown opens into Parts.

    Each has ``characters(address)``, the number of characters or bytes, and ``part(address, first,
    count)``, some of them as a str or bytes.
    """

    def text(self, address, type_object, writer):
        length = self.characters(address)
        text = repr(self.part(address, 0, min(length, writer.max_text)))
        return text + CUT if length > writer.max_text else text

    def length(self, address):
        total = self.characters(address)
        is_shown = total <= formats.string_limit(MAX_TEXT)
        return 0 if is_shown else len(parts.borders(0, total))

    def items(self, address, start, count):
        return numbered_parts(address, 0, self.characters(address), start, count)

    def elements(self, address):
        return self.characters(address)

    def element(self, address, index):
        """A character, or the number of a byte."""
        part = self.part(address, index, 1)
        return Value(repr(part), "str") if isinstance(part, str) else Value(formats.integer(part[0]), "int")


class Members(Kind):
    """A kind with object members at fixed offsets: ``MEMBERS`` of ``STRUCT``, as (name, member)."""

    MEMBERS = ()

    def __init__(self, readers):
        super().__init__(readers)
        layout = readers.layout
        self._offsets = {
            name: layout.offset(self.STRUCT, member)
            for name, member in self.MEMBERS
            if layout.has(self.STRUCT, member)
        }

    def members(self, address, type_object):
        found = self._offsets.items()
        return [(name, self.memory.u64(address + offset)) for name, offset in found]

    def member(self, address, name):
        """Address of one member; 0 when it is not set."""
        return self.memory.u64(address + self._offsets[name])

    def member_text(self, address, name):
        """Text of a member that is a str."""
        return self.readers.strings.text(self.member(address, name), 500)
