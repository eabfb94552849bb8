"""What repr() gives where Python code of the library makes it, and the code is well known.

A class's ``__repr__`` is looked up as Python does, along the MRO; what it finds is a function, and
that function's module and name say whose text it is. Any other function is the program's own,
which is never imitated.
"""

import os
from functools import partial

from ..errors import CorruptMemory
from .library_reprs import TEXTS, Instance

GENERATED = "<string>"  # the file of a __repr__ that dataclasses made
DATACLASS_WRAPPERS = ("dataclasses.py", "reprlib.py")  # around it, CPython up to 3.12 and since
NUMPY_TEXTS = ("numpy.str_", "numpy.bytes_")
MAX_FIELDS = 100


class Reprs:
    """Texts of objects by their class's ``__repr__``; kept per type while nothing changes."""

    def __init__(self, readers):
        self._readers = readers
        self._known = {}

    def forget(self):
        self._known.clear()

    def of(self, type_object):
        """``write(address, type_object, writer)`` for instances of a type; None where the type's
        kind writes them."""
        if not type_object.is_heap:
            return self.numpy_text if type_object.name in NUMPY_TEXTS else None
        key = type_object.address
        if key not in self._known:
            self._known[key] = self._find(type_object)
        return self._known[key]

    def is_untold(self, address, type_object):
        """Whether repr() of an object is made by code of its class of which nothing is known, so that its value tells another text. That of a class is never of interest."""
        readers, builtin = self._readers, type_object.builtin
        try:
            return (
                builtin != "type"
                and readers.types.has_own_repr(type_object, builtin)
                and self.of(type_object) is None
                and not readers.kind(builtin).writes(type_object)
                and readers.enums.member(address, type_object) is None
            )
        except CorruptMemory:
            return False

    def _find(self, type_object):
        try:
            function = self._readers.attributes.in_class(type_object, "__repr__")
            if not function or self._readers.types.of(function).builtin != "function":
                return None
            if self._is_dataclass(function):
                return self.dataclass
            write = TEXTS.get(self._readers.kind("function").full_name(function))
            return write and partial(self._library, write)
        except CorruptMemory:
            return None

    def _is_dataclass(self, function):
        """A wrapper of the library around a function without a file."""
        name, file = self._code(function)
        if name != "wrapper" or os.path.basename(file) not in DATACLASS_WRAPPERS:
            return False
        wrapped = self._readers.attributes.find(function, "__wrapped__")
        is_function = wrapped and self._readers.types.of(wrapped).builtin == "function"
        return bool(is_function) and self._code(wrapped) == ("__repr__", GENERATED)

    def _code(self, function):
        """(name, file) of the code of a function, by which a ``__repr__`` of the library is known."""
        code = self._readers.kind("function").member(function, "__code__")
        return tuple(self._readers.kind("code").member_text(code, "co_" + n) for n in ("name", "filename"))

    def dataclass(self, address, type_object, writer):
        """Point(x=1, y=2): the fields whose ``repr`` is true."""
        fields = self._readers.attributes.in_class(type_object, "__dataclass_fields__")
        shown = []
        for name, field in self._readers.dicts.items(fields, 0, MAX_FIELDS):
            if self._is_shown(field):
                text = self._text(name)
                value = self._attribute(address, type_object, text)
                shown.append("%s=%s" % (text, writer.show(value) if value else "<not set>"))
        return "%s(%s)" % (self._readers.names.qualname(type_object), ", ".join(shown))

    def _attribute(self, address, type_object, name):
        """Its own, else the default that the class has."""
        readers = self._readers
        return readers.attributes.find(address, name) or readers.attributes.in_class(type_object, name)

    def _is_shown(self, field):
        """A field proper, not a ClassVar or InitVar, with repr=True."""
        sort = self._readers.attributes.find(field, "_field_type")
        named = sort and self._readers.attributes.find(sort, "name")
        shown = self._readers.attributes.find(field, "repr")
        is_field = named and self._text(named) == "_FIELD"
        return bool(is_field) and shown and self._readers.is_int(shown, 1)

    def _library(self, write, address, type_object, writer):
        return write(Instance(self._readers, address, type_object, writer))

    def numpy_text(self, address, type_object, writer):
        """A str or bytes that is a scalar of NumPy."""
        text = self._readers.kind(type_object.builtin).text(address, type_object, writer)
        return self._readers.kind("numpy.int64").called(type_object.short_name, text)

    def _text(self, address):
        return self._readers.strings.text(address, 1000)
