"""Texts of objects as CPython's libpython.py writes them: "at remote 0x..." tells that an address is
one of the debugged process, and instances show their attributes."""

from ..objects.attributes import MANAGED_DICT
from ..objects.writer import Writer
from .headers import assignments, header

MAX_TEXT = 1024  # characters, as libpython.py's MAX_OUTPUT_LEN
TRUNCATED = "...(truncated)"
LOCAL, REMOTE = " at 0x", " at remote 0x"
QUOTED = " at \0000x"  # stands for LOCAL in the text of a str until the whole is written


def text(python, address):
    """The text of the object at ``address``, at most MAX_TEXT characters and a note."""
    return truncated(RemoteWriter(python).show(address).replace(QUOTED, LOCAL))


def frame_text(python, frame):
    """The header of a Python frame, with its variables."""
    return truncated(header(python, frame, RemoteWriter(python).show).replace(QUOTED, LOCAL))


def locals_text(python, frame):
    """The variables of a Python frame, as in its header."""
    return truncated(assignments(python, frame, RemoteWriter(python).show).replace(QUOTED, LOCAL))


def truncated(whole):
    return whole if len(whole) <= MAX_TEXT else whole[:MAX_TEXT] + TRUNCATED


class RemoteWriter(Writer):
    """Writes one value in this dialect, over the same kinds."""

    NODES = 1000
    PREVIEW = MAX_TEXT // len("1, ")
    TEXT = MAX_TEXT

    def __init__(self, python):
        super().__init__(python.readers)
        self._python = python

    def null(self):
        return "0x0"

    def cycle(self, kind):
        found = kind.cycle()
        return "<...>" if found == "..." else found

    def text(self, kind, address, type_object):
        found = self._text(kind, address, type_object)
        if type_object.builtin in ("str", "bytes", "bytearray"):
            return found.replace(LOCAL, QUOTED)
        if LOCAL in found:  # it tells an address itself; what is inside has REMOTE already
            return found.replace(LOCAL, REMOTE)
        return with_address(found, address)

    def _text(self, kind, address, type_object):
        write = TEXTS.get(type_object.name) or TEXTS.get(type_object.builtin)
        if write:
            return write(self, address, type_object)
        if type_object.builtin == "object" or type_object.is_heap:
            attributes = self._readers.attributes.of(address, 0, self.PREVIEW)
            if attributes or type_object.builtin == "object":
                return self._instance(address, type_object, attributes)
        return kind.text(address, type_object, self)

    def _instance(self, address, type_object, attributes):
        """With parentheses where attributes have a place, even if it is empty."""
        if not attributes:
            is_empty = type_object.flags & MANAGED_DICT
            is_empty = is_empty or self._readers.values.dictionary(address, type_object)
            return "<%s%s>" % (type_object.name, "()" if is_empty else "")
        shown = ("%s=%s" % (name, self.show(value)) for name, value in attributes)
        return "<%s(%s)>" % (type_object.name, self.joined(shown, len(attributes)))

    def _built_in_function(self, address, type_object):
        """Always with what it is bound to: "<built-in method len of module object at ...>"."""
        kind = self._readers.kind("builtin_function_or_method")
        bound_to = kind.member(address, "__self__")
        if not bound_to:
            return "<built-in function %s>" % kind.name(address)
        owner = self._readers.types.of(bound_to).name
        return "<built-in method %s of %s object at 0x%x>" % (kind.name(address), owner, bound_to)

    def _exception(self, address, type_object):
        """A single argument with the tuple's comma, as CPython wrote it until 3.6."""
        args = self._readers.kind("BaseException").member(address, "args")
        return type_object.name + (self.show(args) if args else "()")

    def _module(self, address, type_object):
        return "<module %s>" % self.show(self._readers.kind("module").name(address))

    def _frame(self, address, type_object):
        frame = self._python.stacks.of_object(address)
        return header(self._python, frame, self.show) if frame else "<frame>"


TEXTS = {
    "builtin_function_or_method": RemoteWriter._built_in_function,
    "BaseException": RemoteWriter._exception,
    "module": RemoteWriter._module,
    "frame": RemoteWriter._frame,
}


def with_address(shown, address):
    """A text ``<...>`` with the object's address in this program behind it, as CPython's own commands write it."""
    is_bracketed = shown.startswith("<") and shown.endswith(">")
    return "%s%s%x>" % (shown[:-1], REMOTE, address) if is_bracketed else shown
