"""Members of enum.Enum classes."""

METATYPES = ("EnumType", "EnumMeta")  # CPython 3.11 on, before


MAX_MEMBERS = 1000  # of one class, looked at for the parts of a flag


class Enums:
    def __init__(self, readers):
        self._readers = readers

    def member(self, address, type_object):
        """(name, address of the value) of an enum member; None for others. The name is None for a
        flag without any."""
        if not type_object.is_heap:
            return None
        metatype = self._readers.types.of(type_object.address)
        if metatype.name not in METATYPES:
            return None
        name = self._readers.attributes.find(address, "_name_")
        value = self._readers.attributes.find(address, "_value_")
        if not name or not value:
            return None
        if self._readers.is_str(name):
            return self._readers.strings.text(name, 200), value
        return self._parts(type_object, value), value

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
        members = self._readers.attributes.in_class(type_object, "_member_map_")
        return self._readers.dicts.items(members, 0, MAX_MEMBERS) if members else []

    def _number(self, address):
        is_int = address and self._readers.types.of(address).builtin in ("int", "bool")
        return self._readers.ints.value(address) if is_int else None
