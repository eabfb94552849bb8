"""Objects that stand for others: partial, super, weak references, generic aliases, unions."""

from .base import Kind, Members, Value


class PartialKind(Members):
    STRUCT = "partialobject"
    MEMBERS = (("func", "fn"), ("args", "args"), ("keywords", "kw"))

    def text(self, address, type_object, writer):
        shown = [writer.show(self.member(address, "func"))]
        shown += map(writer.show, self._positional(address))
        shown += ("%s=%s" % (self._key(k), writer.show(v)) for k, v in self._keywords(address))
        return "%s(%s)" % (self.readers.names.full(type_object), ", ".join(shown))

    def cycle(self):
        return "..."

    def _positional(self, address):
        return self.readers.sequences.tuple_items(self.member(address, "args"), 0, 100)

    def _keywords(self, address):
        return self.readers.dicts.items(self.member(address, "keywords"), 0, 100)

    def _key(self, key):
        return self.readers.attributes.name(key)


class NamespaceKind(Kind):
    """types.SimpleNamespace: all that it has are attributes."""

    MAX_SHOWN = 100

    def text(self, address, type_object, writer):
        found = self.readers.attributes.of(address, 0, self.MAX_SHOWN)
        names, addresses = [each[0] for each in found], [each[1] for each in found]
        is_own = type_object.name == "types.SimpleNamespace"
        name = "namespace" if is_own else type_object.short_name
        return "%s(%s)" % (name, writer.fields(names, addresses))


class SuperKind(Members):
    STRUCT = "superobject"
    MEMBERS = (("__thisclass__", "type"), ("__self__", "obj"), ("__self_class__", "obj_type"))

    def text(self, address, type_object, writer):
        owner = self.readers.types.at(self.member(address, "__thisclass__"))
        own = self.member(address, "__self_class__")
        shown = "<%s object>" % self.readers.types.at(own).name if own else "NULL"
        return "<super: <class '%s'>, %s>" % (owner.name, shown)


class WeakReferenceKind(Kind):
    """``referent`` is what it leads to; absent when that is gone."""

    STRUCT = "PyWeakReference"

    def text(self, address, type_object, writer):
        referent = self._referent(address)
        if not referent:
            return "<%s at 0x%x; dead>" % (self.name(type_object), address)
        return self.alive(address, self.name(type_object), referent)

    def alive(self, address, name, referent):
        """With the name of the referent where it has one, such as a class or a function."""
        called = self._called(referent)
        suffix = " (%s)" % called if called else ""
        kind = self.type_name(referent)
        return "<%s at 0x%x; to '%s' at 0x%x%s>" % (name, address, kind, referent, suffix)

    def type_name(self, referent):
        type_object = self.readers.types.of(referent)
        return self.readers.names.qualified(type_object) if self.tells_modules() else type_object.name

    def tells_modules(self):
        return "weak references tell modules" in self.readers.features

    def name(self, type_object):
        return "weakref" if type_object.name in ("weakref", "weakref.ReferenceType") else type_object.short_name

    def members(self, address, type_object):
        callback = self.word(address, "wr_callback")
        return [("referent", self._referent(address) or Value("dead")), ("__callback__", callback)]

    def _referent(self, address):
        referent = self.word(address, "wr_object")
        is_none = referent and self.readers.types.of(referent).name == "NoneType"
        return 0 if is_none else referent

    def _called(self, referent):
        """``__name__`` of the referent, as far as no code runs for it."""
        type_object = self.readers.types.of(referent)
        if type_object.builtin == "type":
            return self.readers.names.name(self.readers.types.at(referent))
        if type_object.builtin == "function":
            name = self.readers.kind("function").member(referent, "__name__")
        else:
            name = self.readers.attributes.find(referent, "__name__")
        return self.readers.strings.text(name, 200) if name and self.readers.is_str(name) else None


class WeakProxyKind(WeakReferenceKind):
    def name(self, type_object):
        return "weakproxy"

    def alive(self, address, name, referent):
        pattern = "<%s at 0x%x; to '%s' at 0x%x>" if self.tells_modules() else "<%s at 0x%x to %s at 0x%x>"
        return pattern % (name, address, self.type_name(referent), referent)


class TypeExpressionKind(Members):
    """list[int] and int | str: what stands in annotations (CPython: Objects/unionobject.c)."""

    def part(self, address, writer):
        """One argument, as typing writes it: a class without "<class ...>"."""
        type_object = self.readers.types.of(address)
        if type_object.name == "NoneType":
            return "None"
        if type_object.name == "ellipsis":
            return "..."
        if type_object.name == "list":
            items = self.readers.sequences.list_items(address, 0, 100)
            return "[%s]" % self.parts(items, writer)
        if type_object.builtin == "type":
            described = self.readers.types.at(address)
            return "None" if described.name == "NoneType" else self.readers.names.full(described)
        return writer.show(address)

    def parts(self, addresses, writer, joint=", "):
        return joint.join(self.part(each, writer) for each in addresses)

    def arguments(self, address):
        arguments = self.member(address, "__args__")
        return self.readers.sequences.tuple_items(arguments, 0, 100)


class GenericAliasKind(TypeExpressionKind):
    STRUCT = "gaobject"
    MEMBERS = (("__origin__", "origin"), ("__args__", "args"))

    def text(self, address, type_object, writer):
        has_star = self.readers.layout.has(self.STRUCT, "starred")
        starred = has_star and self.integer(address, "starred")
        origin = self.part(self.member(address, "__origin__"), writer)
        shown = self.parts(self.arguments(address), writer) or "()"
        return "%s%s[%s]" % ("*" if starred else "", origin, shown)


class UnionKind(TypeExpressionKind):
    STRUCT = "unionobject"
    MEMBERS = (("__args__", "args"),)

    def text(self, address, type_object, writer):
        return self.parts(self.arguments(address), writer, " | ")


class CapsuleKind(Kind):
    STRUCT = "capsuleobject"

    def text(self, address, type_object, writer):
        name = self.word(address, "name")
        shown = '"%s"' % self.memory.text(name) if name else "NULL"
        return "<capsule object %s at 0x%x>" % (shown, address)

    def members(self, address, type_object):
        return [("pointer", Value("0x%x" % self.word(address, "pointer"), "void *"))]
