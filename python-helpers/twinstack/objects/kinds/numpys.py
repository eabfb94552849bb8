"""NumPy's arrays and dtypes, by its public ABI (numpy/ndarraytypes.h), of 1.x and 2.x.

Arrays are shown by shape, dtype and first elements: their repr() is code of NumPy's in Python.
"""

import math
import struct

from .base import Kind, Rows, Sliced, Value
from .elements import View, number_text, readable

MAX_DIMENSIONS = 64
MAX_FIELDS = 200
SHOWN_FIELDS = 10  # in the name of a type
MAX_DIGITS = 9  # of a float of 32 bits
SMALLEST, LARGEST = 1e-4, 1e16  # floats that are written without an exponent
NOT_A_TIME = -(1 << 63)
NUMBERS = {"b": "?", "i1": "b", "i2": "h", "i4": "i", "i8": "q", "u1": "B", "u2": "H", "u4": "I"}
NUMBERS.update({"u8": "Q", "f2": "e", "f4": "f", "f8": "d", "c8": "ff", "c16": "dd"})


class Plain:
    """Elements of one kind: the letter of a dtype's ``kind``, bytes, byte order ">" or "<"; floats
    from ``largest`` on have an exponent."""

    def __init__(self, memory, kind, size, order, largest=LARGEST):
        self._memory, self._kind, self.size, self._order = memory, kind, size, order
        self._largest = largest

    @property
    def name(self):
        names = {"b": "bool", "i": "int", "u": "uint", "f": "float", "c": "complex"}
        if self._kind in names:
            return names[self._kind] + ("" if self._kind == "b" else str(8 * self.size))
        return {"M": "datetime64", "m": "timedelta64"}.get(self._kind) or (
            "%s%d" % (self._kind, self.size // (4 if self._kind == "U" else 1))
        )

    def content(self, address):
        return Value(readable(lambda: self.text(address)), self.name)

    def text(self, address):
        data = self._memory.read(address, self.size)
        if self._kind == "S":
            return repr(data.rstrip(b"\0"))
        if self._kind == "U":
            codec = "utf-32-be" if self._order == ">" else "utf-32-le"
            return repr(data.decode(codec, "replace").rstrip("\0"))
        return self._number(data)

    def _number(self, data):
        if self._kind in "Mm" and self.size == 8:
            number = struct.unpack(self._order + "q", data)[0]
            return "NaT" if number == NOT_A_TIME else str(number)
        letter = NUMBERS.get("b" if self._kind == "b" else "%s%d" % (self._kind, self.size))
        if letter is None:
            return repr(data)
        found = struct.unpack(self._order + letter, data)
        if self._kind == "c":
            return complex_text(*found, letter=letter[0], largest=self._largest)
        if self._kind == "f":
            return float_text(found[0], letter, self._largest)
        return number_text(found[0])


def float_text(number, letter, largest=LARGEST):
    """A float of ``letter`` in the struct module like NumPy's repr(): with the fewest digits that are
    read as the same, and an exponent from ``largest`` on."""
    if letter not in "ef" or not math.isfinite(number):
        return repr(number)
    text = shortest(number, letter)
    has_exponent = number and not SMALLEST <= abs(number) < largest
    return text if has_exponent else repr(float(text))


def shortest(number, letter):
    """A number with an exponent, in the fewest digits that read back as the same."""
    for digits in range(MAX_DIGITS):
        text = "%.*e" % (digits, number)
        try:
            if struct.unpack(letter, struct.pack(letter, float(text)))[0] == number:
                break
        except OverflowError:  # rounded up beyond the largest one
            pass
    return text


def complex_text(real, imaginary, letter, largest=LARGEST):
    """Like repr(): without parentheses where the real part is 0."""
    parts = [float_text(part, letter, largest) for part in (real, imaginary)]
    parts = [part[:-2] if part.endswith(".0") else part for part in parts]
    if parts[0] == "0":
        return parts[1] + "j"
    sign = "" if parts[1].startswith("-") else "+"
    return "(%s%s%sj)" % (parts[0], sign, parts[1])


class Objects:
    """Elements that are pointers to objects; ``show`` gives the text of one."""

    name, size = "object", 8

    def __init__(self, memory, show):
        self._memory, self._show = memory, show

    def content(self, address):
        return self._memory.u64(address) or Value(self.text(address))

    def text(self, address):
        return self._show(self._memory.u64(address))


class Record:
    """Elements of a structured dtype: ``fields`` are (name, offset, element)."""

    type = "void"

    def __init__(self, fields, size):
        self._fields, self.size = fields, size

    @property
    def name(self):
        """As numpy.dtype takes it, with the names of its first fields' types."""
        shown = ["(%r, %s)" % (name, quoted(element)) for name, _, element in self._fields[:SHOWN_FIELDS]]
        return "[%s]" % ", ".join(shown + ["..."] * (len(self._fields) > SHOWN_FIELDS))

    def content(self, address):
        found = [
            (name, element.content(address + at), "[%r]" % name)
            for name, at, element in self._fields
        ]
        rows = Rows("named", len(found), lambda start, count: found[start : start + count])
        return Value(readable(lambda: self.text(address)), self.type, rows)

    def text(self, address):
        shown = (element.text(address + at) for _, at, element in self._fields)
        return "(%s)" % ", ".join(shown)


def quoted(element):
    """The name of an element's type as a literal; a structured one has one already."""
    return element.name if isinstance(element, Record) else repr(element.name)


class DtypeKind(Kind):
    STRUCT = "numpy1_descr"

    def text(self, address, type_object, writer):
        return "dtype(%s)" % quoted(self.element(address))

    def struct(self, address):
        """NumPy 1 has two ints, the alignment never 0, where 2 has flags of which few are used."""
        alignment = self.readers.layout.offset("numpy1_descr", "alignment")
        return "numpy1_descr" if self.memory.u32(address + alignment) else "numpy2_descr"

    def members(self, address, type_object):
        size = self._size(address, self.struct(address))
        return [
            ("kind", Value(repr(chr(self._byte(address, "kind"))), "str")),
            ("itemsize", Value(str(size), "int")),
            ("names", self._pointer(address, "names")),
            ("fields", self._pointer(address, "fields")),
        ]

    def element(self, address, show=None):
        """How elements of this dtype are read; ``show`` gives the text of an object."""
        show = show or self.readers.label
        size, kind = self._size(address, self.struct(address)), chr(self._byte(address, "kind"))
        names = self._pointer(address, "names")
        if kind == "V" and names and self.readers.types.of(names).builtin == "tuple":
            return Record(list(self._fields(address, names, show)), size)
        if kind == "O":
            return Objects(self.memory, show)
        order = ">" if chr(self._byte(address, "byteorder")) == ">" else "<"
        return Plain(self.memory, kind, size, order)

    def _fields(self, address, names, show):
        """``fields`` is a dict {name: (dtype, offset)}."""
        items, fields = self.readers.sequences.tuple_items, self._pointer(address, "fields")
        for name in items(names, 0, MAX_FIELDS):
            text = self.readers.strings.text(name, 200)
            found = self.readers.dicts.find(fields, text)
            dtype, offset = items(found, 0, 2)
            yield text, self.readers.ints.value(offset), self.element(dtype, show)

    def _size(self, address, struct):
        """An int in NumPy 1, a word in 2."""
        offset, size = self.readers.layout.member(struct, "elsize")[:2]
        return int.from_bytes(self.memory.read(address + offset, size), "little", signed=True)

    def _byte(self, address, name):
        return self.memory.u8(address + self.readers.layout.offset(self.STRUCT, name))

    def _pointer(self, address, name):
        """Address of an object; 0 for None."""
        found = self.memory.u64(address + self.readers.layout.offset(self.struct(address), name))
        return found if found and self.readers.types.of(found).name != "NoneType" else 0


class MaskedView(View):
    """A View whose masked elements are "--": ``mask`` is a View of as many truth values."""

    def __init__(self, view, mask):
        super().__init__(view.data, view.element, view.shape, view.strides)
        self._mask = mask

    def _text(self, left):
        is_masked = not self.shape and self._mask.element.text(self._mask.data) == "True"
        return "--" if is_masked else super()._text(left)

    def _inner(self, index):
        return MaskedView(super()._inner(index), self._mask._inner(index))

    def part(self, first, last):
        return MaskedView(super().part(first, last), self._mask.part(first, last))


class ArrayKind(Sliced):
    STRUCT = "PyArrayObject_fields"
    WHOLE = "[()]"  # reaches the only element of an array without dimensions

    def text(self, address, type_object, writer):
        return self._shown(type_object, self._masked(address, type_object, writer.show))

    def part_text(self, address, type_object, first, last, writer):
        return self._shown(type_object, self._masked(address, type_object, writer.show).part(first, last))

    def _shown(self, type_object, view):
        shown = view.text() if view.length or not view.shape else "[]"
        return "<%s shape=%s dtype=%s: %s>" % (
            self.readers.names.full(type_object), view.shape, view.element.name, shown,
        )

    def members(self, address, type_object):
        view = self._view(address)
        found = [
            ("shape", Value(str(view.shape), "tuple")),
            ("strides", Value(str(view.strides), "tuple")),
            ("dtype", self.word(address, "descr")),
            ("base", self.word(address, "base")),
            ("data", Value("0x%x" % view.data, "char *")),
        ]
        return found if view.shape else [(self.WHOLE, view.element.content(view.data))] + found

    def access(self, name, value):
        return name if name == self.WHOLE else super().access(name, value)

    def length(self, address):
        return self._view(address).length

    def items(self, address, start, count):
        return self._view(address).items(start, count)

    def elements(self, address):
        view = self._view(address)
        return view.length if view.shape else None

    def dimensions(self, address):
        return len(self._view(address).shape)

    def _masked(self, address, type_object, show):
        """The view of an array, with the mask that a numpy.ma.MaskedArray has."""
        view = self._view(address, show)
        mask = type_object.is_heap and self.readers.attributes.find(address, "_mask")
        if not mask or self.readers.types.of(mask).builtin != "numpy.ndarray":
            return view
        mask = self._view(mask)
        return MaskedView(view, mask) if mask.shape == view.shape else view

    def _view(self, address, show=None):
        count = max(0, min(MAX_DIMENSIONS, self.integer(address, "nd")))
        shape, strides = (
            struct.unpack("<%dq" % count, self.memory.read(self.word(address, name), 8 * count)) if count else ()
            for name in ("dimensions", "strides")
        )
        element = self.readers.kind("numpy.dtype").element(self.word(address, "descr"), show)
        return View(self.word(address, "data"), element, shape, strides)


KINDS = {"numpy.ndarray": ArrayKind, "numpy.dtype": DtypeKind}
