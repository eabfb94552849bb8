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

    def qualname(self, address):
        return self.member_text(address, "__qualname__")

    def full_name(self, address):
        """"fractions.Fraction.__repr__": module and qualified name, each empty where it is no str."""
        found = (self.member(address, name) for name in ("__module__", "__qualname__"))
        texts = self.readers.strings.text
        return ".".join(texts(each, 1000) if each and self.readers.is_str(each) else "" for each in found)


class MethodKind(Members):
    STRUCT = "PyMethodObject"
    MEMBERS = (("__func__", "im_func"), ("__self__", "im_self"))

    def text(self, address, type_object, writer):
        function = self.member(address, "__func__")
        return "<bound method %s of %s>" % (
            self.readers.kind_of(function).qualname(function) or "?",
            writer.show(self.member(address, "__self__")),
        )

    def qualname(self, address):
        """A method has the attributes of what it binds."""
        function = self.member(address, "__func__")
        return self.readers.kind_of(function).qualname(function)


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

    def qualname(self, address):
        """With the class that it is bound to, or that of the object."""
        owner = self.member(address, "__self__")
        builtin = self.readers.types.of(owner).builtin if owner else "module"
        if builtin == "module":
            return self.name(address)
        types = self.readers.types
        owner_type = types.at(owner) if builtin == "type" else types.of(owner)
        return "%s.%s" % (self.readers.names.qualname(owner_type), self.name(address))

    def _described(self, name, bound_to):
        owner = self.readers.types.of(bound_to) if bound_to else None
        if owner is None or owner.builtin == "module":
            return "function " + name
        return "method %s of %s object at 0x%x" % (name, owner.name, bound_to)


class ModuleKind(Members):
    """A module; what it defines is its attributes."""

    STRUCT = "PyModuleObject"

    def text(self, address, type_object, writer):
        """As importlib's _module_repr does: from ``__spec__`` where there is one."""
        namespace = self.word(address, "md_dict")
        if not namespace:
            return "<module '?'>"
        spec = self._defined(namespace, "__spec__")
        own = self._defined(namespace, "__name__")
        if spec and "modules by spec" not in self.readers.features:
            return "<module %s%s>" % (writer.show(own), self._of_loader(spec, writer))
        name = spec and self._of(spec, "name") or own
        origin = self._of_spec(spec, writer) if spec else self._of_file(namespace, writer)
        return "<module %s%s>" % (writer.show(name) if name else "'?'", origin)

    def _of_spec(self, spec, writer):
        """" from 'file'", " (built-in)", " (frozen)", or the loader, or nothing."""
        origin, loader = self._of(spec, "origin"), self._of(spec, "loader")
        if not origin:
            return " (%s)" % writer.show(loader) if loader else ""
        located = self._of(spec, "_set_fileattr")
        if located and self.readers.is_int(located, 1):
            return " from %s" % writer.show(origin)
        return " (%s)" % self.readers.strings.text(origin, 1000)

    def _of_loader(self, spec, writer):
        """Up to CPython 3.9, the importers of modules without a file write them themselves."""
        loader = self._of(spec, "loader")
        shown = writer.show(loader) if loader else ""
        for importer, origin in (("BuiltinImporter", "built-in"), ("FrozenImporter", "frozen")):
            if importer in shown:
                return " (%s)" % origin
        return self._of_spec(spec, writer)

    def _of_file(self, namespace, writer):
        file, loader = (self._defined(namespace, "__%s__" % n) for n in ("file", "loader"))
        if file:
            return " from %s" % writer.show(file)
        return " (%s)" % writer.show(loader) if loader else ""

    def _defined(self, namespace, name):
        return self._set(self.readers.dicts.find(namespace, name))

    def _of(self, spec, name):
        return self._set(self.readers.attributes.find(spec, name))

    def _set(self, address):
        """The address, unless it is that of None."""
        return address if address and self.readers.types.of(address).name != "NoneType" else 0

    def name(self, address):
        """Address of its name, a str."""
        return self.memory.u64(address + self.readers.layout.offset(self.STRUCT, "md_name"))


class TypeKind(Kind):
    """A class; what it defines is its attributes."""

    STRUCT = "PyTypeObject"
    OF_THE_METACLASS = ("__class__", "__name__", "__qualname__")

    def text(self, address, type_object, writer):
        return "<class '%s'>" % self.readers.names.full(self.readers.types.at(address))

    def qualname(self, address):
        return self.readers.names.qualname(self.readers.types.at(address))

    def members(self, address, type_object):
        layout = self.readers.layout
        names = (("__bases__", "tp_bases"), ("__mro__", "tp_mro"))
        offsets = ((name, layout.offset("PyTypeObject", member)) for name, member in names)
        return [(name, self.memory.u64(address + offset)) for name, offset in offsets]

    def member_named(self, address, type_object, name):
        """Finds a name in a class's namespace without reading the others."""
        found = super().member_named(address, type_object, name)
        mapping = self.readers.types.namespace(self.readers.types.at(address))
        if found or not mapping:
            return found
        return self.readers.dicts.find(mapping, name)

    def access(self, name, value):
        """A path leads to the function in a staticmethod or classmethod, as in Python, and with
        OF_THE_METACLASS to the metaclass and to what that tells of the class."""
        found = super().access(name, value) if name not in self.OF_THE_METACLASS else None
        return None if found and self.readers.types.of(value).name in WRAPPERS else found


class CellKind(Members):
    STRUCT = "PyCellObject"
    MEMBERS = (("cell_contents", "ob_ref"),)

    def text(self, address, type_object, writer):
        contents = self.member(address, "cell_contents")
        if not contents:
            return "<cell at 0x%x: empty>" % address
        name = self.readers.types.of(contents).name
        return "<cell at 0x%x: %s object at 0x%x>" % (address, name, contents)


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
