"""Members of enum.Enum classes: their names, their values, and the members that a class has by name."""

METATYPES = ("EnumType", "EnumMeta")  # CPython 3.11 on, before
PROPERTIES = (("name", "_name_"), ("value", "_value_"))  # of enum.Enum: the attribute that each gives
MAX_MEMBERS = 1000  # of one class, looked at for the parts of a flag


class Enums:
    def __init__(self, readers):
        self._readers = readers

    def member(self, address, type_object):
        """(name, address of the value) of an enum member; None for others. The name is None for a
        flag without any."""
        if not self._is_enum(type_object):
            return None
        name = self._readers.attributes.find(address, "_name_")
        value = self._readers.attributes.find(address, "_value_")
        if not name or not value:
            return None
        if self._readers.is_str(name):
            return self._readers.strings.text(name, 200), value
        return self._parts(type_object, value), value

    def properties(self, address, type_object):
        """``name`` and ``value`` of an enum member, as (name, address); without one that its class
        computes in its own way."""
        if not self._is_enum(type_object):
            return []
        find = self._readers.attributes.find
        return [
            (name, find(address, attribute))
            for name, attribute in PROPERTIES
            if self._is_known(type_object, name)
        ]

    def named(self, address, name):
        """Address of the member under a name or alias of the class at ``address``; 0 when there is
        none, or it is no enum.Enum class."""
        type_object = self._readers.types.at(address)
        members = self._map(type_object) if self._is_enum(type_object) else 0
        return self._readers.dicts.find(members, name) if members else 0

    def _is_enum(self, type_object):
        if not type_object.is_heap:
            return False
        types = self._readers.types
        metatype = types.of(type_object.address)
        return metatype.is_heap and any(each.name in METATYPES for each in types.mro(metatype))

    def _is_known(self, type_object, name):
        """Is the property of this name that of enum.Enum?"""
        descriptor = self._readers.attributes.in_class(type_object, name)
        function = descriptor and self._readers.attributes.find(descriptor, "fget")
        if not function or self._readers.types.of(function).builtin != "function":
            return False
        return self._readers.kind("function").full_name(function) == "enum.Enum." + name

    def _parts(self, type_object, value):
        """The names of the flags that make up a value, the highest first: such a member has no
        name of its own before CPython 3.11."""
        number, found = self._number(value), []
        for name, member in self._members(type_object):
            flag = self._number(self._readers.attributes.find(member, "_value_"))
            if number and flag and flag & number == flag:
                found.append((flag, self._readers.strings.text(name, 200)))
        if found or number is None:
            return "|".join(name for _, name in sorted(found, reverse=True)) or None
        return None if "nameless flags" in self._readers.features else str(number)

    def _members(self, type_object):
        members = self._map(type_object)
        return self._readers.dicts.items(members, 0, MAX_MEMBERS) if members else []

    def _map(self, type_object):
        """Address of the class's dict of names and members; 0 while the class is being made."""
        return self._readers.attributes.in_class(type_object, "_member_map_")

    def _number(self, address):
        is_int = address and self._readers.types.of(address).builtin in ("int", "bool")
        return self._readers.ints.value(address) if is_int else None
