"""Exceptions and groups of them: text, arguments, cause, context and traceback."""

from .base import Members, Value


class ExceptionKind(Members):
    STRUCT = "PyBaseExceptionObject"
    MEMBERS = (
        ("args", "args"),
        ("__notes__", "notes"),
        ("__cause__", "cause"),
        ("__context__", "context"),
        ("__traceback__", "traceback"),
    )

    def text(self, address, type_object, writer):
        """As BaseException.__repr__ does: a single argument without the tuple's comma."""
        name, args = self.readers.names.name(type_object), self.member(address, "args")
        if args and self.readers.sequences.length(args) == 1:
            return "%s(%s)" % (name, writer.show(self.readers.sequences.tuple_items(args)[0]))
        return name + (writer.show(args) if args else "()")

    def members(self, address, type_object):
        suppressed = Value(str(bool(self.integer(address, "suppress_context"))), "bool")
        found = super().members(address, type_object)
        return found + [("__suppress_context__", suppressed)]


class ExceptionGroupKind(ExceptionKind):
    STRUCT = "PyBaseExceptionGroupObject"
    MEMBERS = ExceptionKind.MEMBERS + (("message", "msg"), ("exceptions", "excs"))
