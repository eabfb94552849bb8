"""Code that can be called, and what holds it: functions, methods, classes, modules, cells."""

from .base import Kind, Members

WRAPPERS = ("staticmethod", "classmethod")


class FunctionKind(Members):
    STRUCT = "PyFunctionObject"
    MEMBERS = (
        ("__code__", "func_code"),
        ("__globals__", "func_globals"),
        ("__closure__", "func_closure"),
        ("__defaults__", "func_defaults"),
        ("__kwdefaults__", "func_kwdefaults"),
        ("__doc__", "func_doc"),
        ("__module__", "func_module"),
        ("__name__", "func_name"),
        ("__qualname__", "func_qualname"),
    )

    def text(self, address, type_object, writer):
        return "<function %s at 0x%x>" % (self.member_text(address, "__qualname__"), address)


class MethodKind(Members):
    STRUCT = "PyMethodObject"
    MEMBERS = (("__func__", "im_func"), ("__self__", "im_self"))

    def text(self, address, type_object, writer):
        function = self.member(address, "__func__")
        return "<bound method %s of %s>" % (
            self._name(function, writer),
            writer.show(self.member(address, "__self__")),
        )

    def _name(self, function, writer):
        if self.readers.types.of(function).name != "function":
            return writer.show(function)
        return self.readers.kind("function").member_text(function, "__qualname__")


class BuiltinFunctionKind(Members):
    """A function written in C, alone or bound to an object."""

    STRUCT = "PyCFunctionObject"
    MEMBERS = (("__self__", "m_self"), ("__module__", "m_module"))

    def text(self, address, type_object, writer):
        bound_to = self.member(address, "__self__")
        return "<built-in %s>" % self._described(self.name(address), bound_to)

    def name(self, address):
        """Its name in C: PyMethodDef.ml_name."""
        layout = self.readers.layout
        definition = self.memory.u64(address + layout.offset(self.STRUCT, "m_ml"))
        return self.memory.text(
            self.memory.u64(definition + layout.offset("PyMethodDef", "ml_name"))
        )

    def _described(self, name, bound_to):
        owner = self.readers.types.of(bound_to) if bound_to else None
        if owner is None or owner.builtin == "module":
            return "function " + name
        return "method %s of %s object at 0x%x" % (name, owner.name, bound_to)


class ModuleKind(Members):
    """A module; what it defines is its attributes."""

    STRUCT = "PyModuleObject"

    def text(self, address, type_object, writer):
        namespace = self.memory.u64(address + self.readers.layout.offset(self.STRUCT, "md_dict"))
        file = self.readers.dicts.find(namespace, "__file__") if namespace else 0
        from_file = "from %s" % writer.show(file) if file else "(built-in)"
        return "<module %s %s>" % (writer.show(self.name(address)), from_file)

    def name(self, address):
        """Address of its name, a str."""
        return self.memory.u64(address + self.readers.layout.offset(self.STRUCT, "md_name"))


class TypeKind(Kind):
    """A class; what it defines is its attributes."""

    STRUCT = "PyTypeObject"

    def text(self, address, type_object, writer):
        return "<class '%s'>" % self.readers.names.full(self.readers.types.at(address))

    def members(self, address, type_object):
        parents, described = self._parents(address), self.readers.types.at(address)
        found = self.readers.namespace(described)
        return parents + [each for each in found if each[0] not in dict(parents)]

    def member_named(self, address, type_object, name):
        """Finds a name in a class's namespace without reading the others."""
        found = dict(self._parents(address)).get(name, 0)
        mapping = self.readers.types.namespace(self.readers.types.at(address))
        if found or not mapping:
            return found
        return self.readers.dicts.find(mapping, name)

    def access(self, name, value):
        """A path leads to the function in a staticmethod or classmethod, as in Python, and with
        ``__class__`` to the metaclass."""
        found = super().access(name, value) if name != "__class__" else None
        return None if found and self.readers.types.of(value).name in WRAPPERS else found

    def member_count(self, address, type_object):
        """Counts a class's namespace without reading it."""
        described = self.readers.types.at(address)
        if described.builtin == "type":  # those of type hold __bases__ and __mro__ too
            return super().member_count(address, type_object)
        mapping = self.readers.types.namespace(described)
        parents = sum(1 for _, value in self._parents(address) if value)
        return parents + (self.readers.dicts.length(mapping) if mapping else 0)

    def _parents(self, address):
        layout = self.readers.layout
        names = (("__bases__", "tp_bases"), ("__mro__", "tp_mro"))
        offsets = ((name, layout.offset("PyTypeObject", member)) for name, member in names)
        return [(name, self.memory.u64(address + offset)) for name, offset in offsets]


class CellKind(Members):
    STRUCT = "PyCellObject"
    MEMBERS = (("cell_contents", "ob_ref"),)

    def text(self, address, type_object, writer):
        contents = self.member(address, "cell_contents")
        shown = writer.show(contents) if contents else "empty"
        return "<cell at 0x%x: %s>" % (address, shown)


class CodeKind(Members):
    STRUCT = "PyCodeObject"
    MEMBERS = (
        ("co_name", "co_name"),
        ("co_qualname", "co_qualname"),
        ("co_filename", "co_filename"),
        ("co_consts", "co_consts"),
        ("co_names", "co_names"),
        ("co_localsplusnames", "co_localsplusnames"),
    )

    def text(self, address, type_object, writer):
        first = self.readers.layout.offset(self.STRUCT, "co_firstlineno")
        return '<code object %s at 0x%x, file "%s", line %d>' % (
            self.member_text(address, "co_name"),
            address,
            self.member_text(address, "co_filename"),
            self.memory.i32(address + first),
        )


class GeneratorKind(Members):
    """Generators, coroutines and asynchronous generators share one struct."""

    STRUCT = "PyGenObject"
    MEMBERS = (("__name__", "gi_name"), ("__qualname__", "gi_qualname"))

    def text(self, address, type_object, writer):
        name = self.member_text(address, "__qualname__")
        return "<%s object %s at 0x%x>" % (type_object.name, name, address)


class PropertyKind(Members):
    STRUCT = "propertyobject"
    MEMBERS = (("fget", "prop_get"), ("fset", "prop_set"), ("fdel", "prop_del"))

    def text(self, address, type_object, writer):
        return "<property object at 0x%x>" % address


class WrapperKind(Members):
    """A staticmethod or classmethod; before CPython 3.10 these have no repr() of their own."""

    def text(self, address, type_object, writer):
        if not self.readers.types.has_own_repr(type_object):
            return "<%s object at 0x%x>" % (type_object.name, address)
        return "<%s(%s)>" % (self.STRUCT, writer.show(self.member(address, "__func__")))


class StaticMethodKind(WrapperKind):
    STRUCT = "staticmethod"
    MEMBERS = (("__func__", "sm_callable"),)


class ClassMethodKind(WrapperKind):
    STRUCT = "classmethod"
    MEMBERS = (("__func__", "cm_callable"),)
