"""What classes hold to make attributes: properties, and descriptors of what is written in C."""

from .base import Kind, Members


class PropertyKind(Members):
    STRUCT = "propertyobject"
    MEMBERS = (("fget", "prop_get"), ("fset", "prop_set"), ("fdel", "prop_del"))

    def text(self, address, type_object, writer):
        return "<property object at 0x%x>" % address


class StaticMethodKind(Members):
    STRUCT, NAME = "staticmethod", "staticmethod"
    MEMBERS = (("__func__", "sm_callable"),)

    def text(self, address, type_object, writer):
        if not self.readers.types.has_own_repr(type_object):  # before CPython 3.10
            return "<%s object at 0x%x>" % (self.NAME, address)
        return "<%s(%s)>" % (self.NAME, writer.show(self.member(address, "__func__")))


class ClassMethodKind(StaticMethodKind):
    STRUCT, NAME = "classmethod", "classmethod"
    MEMBERS = (("__func__", "cm_callable"),)


class DescriptorKind(Kind):
    """One in C, of a class; subclasses say ``WHAT`` (CPython: Objects/descrobject.c)."""

    WHAT = None

    def word(self, address, name):
        return super().word(address, "d_common." + name)

    def text(self, address, type_object, writer):
        owner = self.readers.types.at(self.word(address, "d_type"))
        name = self.readers.strings.text(self.word(address, "d_name"), 200)
        return "<%s '%s' of '%s' objects>" % (self.WHAT, name, owner.name)

    def members(self, address, type_object):
        names = (("__objclass__", "d_type"), ("__name__", "d_name"))
        return [(name, self.word(address, member)) for name, member in names]


class MemberKind(DescriptorKind):
    STRUCT, WHAT = "PyMemberDescrObject", "member"


class GetSetKind(DescriptorKind):
    STRUCT, WHAT = "PyGetSetDescrObject", "attribute"


class MethodDescriptorKind(DescriptorKind):
    STRUCT, WHAT = "PyMethodDescrObject", "method"


class SlotWrapperKind(DescriptorKind):
    STRUCT, WHAT = "PyWrapperDescrObject", "slot wrapper"


class MethodWrapperKind(Kind):
    """A slot wrapper bound to an object."""

    STRUCT = "wrapperobject"

    def text(self, address, type_object, writer):
        descriptor, bound_to = self.word(address, "descr"), self.word(address, "self")
        name = self.readers.kind("wrapper_descriptor").word(descriptor, "d_name")
        return "<method-wrapper '%s' of %s object at 0x%x>" % (
            self.readers.strings.text(name, 200),
            self.readers.types.of(bound_to).name,
            bound_to,
        )

    def members(self, address, type_object):
        return [("__self__", self.word(address, "self"))]
