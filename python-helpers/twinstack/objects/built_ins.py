"""What built-in functions say of objects of the program, where none of its code would have a say in it: it is read, and nothing is called."""

from . import paths
from .plain_values import Held, is_object

LENGTHS = ("str", "bytes", "bytearray", "tuple", "list", "dict", "set", "frozenset", "collections.deque")
FUNCTIONS = {"abs": abs, "min": min, "max": max, "sum": sum, "bool": bool, "sorted": sorted, "any": any, "all": all}


class BuiltIns:
    """For one expression, whose PlainValues are ``values``. What is passed is a Held, or what was computed. Each raises UserError where code of the
    program would decide."""

    def __init__(self, readers, values, expression):
        self._readers, self._values, self._expression = readers, values, expression

    def call(self, name, arguments):
        """What the function of that name returns, without keywords."""
        if name == "len" and len(arguments) == 1:
            return self.length(*arguments)
        if name == "type" and len(arguments) == 1 and is_object(*arguments):
            return Held(self._type(*arguments).address, self._expression)
        if name == "isinstance" and len(arguments) == 2:
            return self.is_instance(*arguments)
        if name not in FUNCTIONS or name == "sum" and len(arguments) > 1:
            raise self._refusal()
        return FUNCTIONS[name](*map(self._values.plain, arguments))

    def is_instance(self, found, kinds):
        """isinstance() by the types of the two, where nothing could decide otherwise (``__instancecheck__``, ``__class__``)."""
        if not is_object(found) or not is_object(kinds):
            raise self._refusal()
        of_class, of_object = self._type(kinds), self._type(found)
        own = self._method(of_object, "__class__")
        if of_class.is_heap or of_class.name != "type" or self._readers.types.of(own).name != "getset_descriptor":
            raise self._refusal()
        return any(each.address == kinds.address for each in self._readers.types.mro(of_object))

    def length(self, found):
        """len() of built-in types, and of classes that have it from them."""
        if not is_object(found):
            return len(self._values.plain(found))
        type_object = self._type(found)
        bases = (each for each in self._readers.types.mro(type_object) if each.name in LENGTHS and not is_of_python(each))
        base = next(bases, None)
        if base is None or self._method(type_object, "__len__") != self._method(base, "__len__"):
            raise self._refusal()
        kind = self._readers.kind_of(found.address)
        return kind.characters(found.address) if hasattr(kind, "characters") else kind.length(found.address)

    def truth(self, found):
        """bool(), as ``if`` asks for it."""
        if self._values.is_plain(found):
            return bool(self._values.plain(found))
        if is_object(found) and self._method(self._type(found), "__bool__"):
            raise self._refusal()
        return self.length(found) > 0

    def _type(self, held):
        return self._readers.types.of(held.address)

    def _method(self, type_object, name):
        return self._readers.attributes.in_class(type_object, name)

    def _refusal(self):
        return paths.refusal(self._expression)


def is_of_python(type_object):
    """Whether a class statement has made it: then its name has no module before it."""
    return type_object.is_heap and "." not in type_object.name
