"""Members of enum.Enum classes."""

METATYPES = ("EnumType", "EnumMeta")  # CPython 3.11 on, before


class Enums:
    def __init__(self, readers):
        self._readers = readers

    def member(self, address, type_object):
        """(address of the name, address of the value) of an enum member; None for others."""
        if not type_object.is_heap:
            return None
        metatype = self._readers.types.of(type_object.address)
        if metatype.name not in METATYPES:
            return None
        name = self._readers.attribute(address, "_name_")
        value = self._readers.attribute(address, "_value_")
        return (name, value) if self._is_str(name) and value else None

    def _is_str(self, address):
        return address and self._readers.types.of(address).builtin == "str"
