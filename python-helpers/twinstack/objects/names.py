"""The names of types, as repr() writes them."""

MAIN = "__main__."


class Names:
    """Names of TypeObjects, with as much around them as asked for."""

    def __init__(self, memory, layout, readers):
        self._memory, self._readers = memory, readers
        self._qualname = layout.offset("PyHeapTypeObject", "ht_qualname")

    def name(self, type_object):
        """``__name__``: tp_name without its module."""
        return type_object.short_name

    def qualname(self, type_object):
        """``__qualname__``: with the classes and functions around it."""
        if not type_object.is_heap:
            return self.name(type_object)
        qualname = self._memory.u64(type_object.address + self._qualname)
        return self._readers.strings.text(qualname, 200)

    def full(self, type_object):
        """With the module, which is left out for built-in types."""
        if not type_object.is_heap or "." in type_object.name:
            return type_object.name
        module = self._module(type_object)
        qualname = self.qualname(type_object)
        return "%s.%s" % (module, qualname) if module not in ("", "builtins") else qualname

    def qualified(self, type_object):
        """The same without the module of the program itself (PyType_GetFullyQualifiedName)."""
        found = self.full(type_object)
        return found[len(MAIN) :] if found.startswith(MAIN) else found

    def _module(self, type_object):
        namespace = self._readers.types.namespace(type_object)
        module = namespace and self._readers.dicts.find(namespace, "__module__")
        return self._readers.strings.text(module, 200) if module else ""
