"""The text of a value, like Python's repr() and bounded: nodes, depth, length."""

from ..errors import CorruptMemory

MAX_TEXT = 250  # characters of one str, and of a container before it is cut
CUT = "..."


class Writer:
    """Writes one value; objects inside are written by their kinds, which call back here.

    An object inside itself is cut as repr() does. What cannot be read becomes "<error: ...>" and
    spoils nothing around it.
    """

    NODES = 200  # objects in one text
    DEPTH = 6
    PREVIEW = 100  # items of a container that are looked at
    TEXT = MAX_TEXT

    def __init__(self, readers, string=None):
        """``string``: characters of a str that is the value itself; by default as inside one."""
        self._string = self.TEXT if string is None else string
        self._readers = readers
        self._nodes = self.NODES
        self._open = []

    @property
    def max_text(self):
        """Characters of a str, or digits of an int, that are shown at this place."""
        return min(self.TEXT, self._string) if len(self._open) > 1 else self._string

    def show(self, address):
        """The text of the object at ``address``."""
        self._nodes -= 1
        if self._nodes < 0 or len(self._open) >= self.DEPTH:
            return CUT
        try:
            return self._write(address)
        except CorruptMemory as error:
            return "<error: %s>" % error

    def items(self, addresses, total):
        """The items of a container, separated by commas; cut when there are too many."""
        return self.joined((self.show(address) for address in addresses), total)

    def pairs(self, pairs, total):
        """The items of a dict, "key: value" each; ``total``: how many there are, also beyond those given."""
        return self.joined((self.show(k) + ": " + self.show(v) for k, v in pairs), total)

    def couples(self, pairs, total):
        """The items of a dict as tuples."""
        texts = ("(%s, %s)" % (self.show(k), self.show(v)) for k, v in pairs)
        return self.joined(texts, total)

    def fields(self, names, addresses):
        """The items of a namedtuple: as many as there are both names and addresses."""
        texts = ("%s=%s" % (name, self.show(item)) for name, item in zip(names, addresses))
        return self.joined(texts, min(len(names), len(addresses)))

    def _write(self, address):
        if not address:
            return self.null()
        type_object = self._readers.types.of(address)
        kind = self._readers.kind(type_object.builtin)
        if kind.IS_SCALAR and not type_object.is_heap:
            return self.text(kind, address, type_object)
        if address in self._open:
            return self.cycle(kind)
        self._open.append(address)
        try:
            member = self._readers.enums.member(address, type_object)
            if member:
                return self._enum(type_object, *member)
            return self.text(kind, address, type_object)
        finally:
            self._open.pop()

    def null(self):
        """The text that stands where there is no object."""
        return "<NULL>"

    def cycle(self, kind):
        """The text that stands for an object where it is met inside itself."""
        return kind.cycle()

    def text(self, kind, address, type_object):
        """The text of an object of this kind, or that of a ``__repr__`` which is known."""
        write = self._readers.reprs.of(type_object) or kind.text
        return write(address, type_object, self)

    def _enum(self, type_object, name, value):
        own = self._readers.names.name(type_object)
        whole = own if name is None else "%s.%s" % (own, name)
        return "<%s: %s>" % (whole, self.show(value))

    def joined(self, texts, total):
        parts, length = [], 0
        for text in texts:
            parts.append(text)
            length += len(text) + 2
            if length > self.TEXT or self._nodes < 0:
                break
        return ", ".join(parts + [CUT] * (total > len(parts)))
