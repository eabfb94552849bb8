"""Open files and locks: what the operating system holds for an object."""

from .base import Kind, Value


class TextFileKind(Kind):
    """``BUFFER`` names the file below; the name is that of the lowest one."""

    STRUCT, BUFFER, ENCODED = "textio", "buffer", True
    MAX_FILES = 8  # below one another

    def text(self, address, type_object, writer):
        shown = [self.readers.names.full(type_object)]
        name, mode = self._name(address), self.readers.attributes.find(address, "mode")
        shown += ["name=" + writer.show(name)] if name else []
        if self.ENCODED:
            shown += ["mode=" + writer.show(mode)] if mode else []
            shown.append("encoding=" + writer.show(self.word(address, "encoding")))
        return "<%s>" % " ".join(shown)

    def members(self, address, type_object):
        lowest = self._lowest(address)
        found = [(self.BUFFER, self.below(address)), ("name", self._name(address))]
        kind = self.readers.kind_of(lowest) if lowest else None
        return found + self.state(kind, lowest) if isinstance(kind, RawFileKind) else found

    def state(self, raw, address):
        """What the RawFileKind of the file below all others tells; the mode is an attribute."""
        return [raw.closed(address)]

    def below(self, address):
        """Address of the file below; 0 when there is none any more."""
        return self.word(address, self.BUFFER) if self.integer(address, "ok") else 0

    def _name(self, address):
        lowest = self._lowest(address)
        return self.readers.attributes.find(lowest, "name") if lowest else 0

    def _lowest(self, address):
        """Address of the file below all others; 0 where there is none any more, or too many are."""
        for _ in range(self.MAX_FILES):
            kind = self.readers.kind_of(address)
            if not isinstance(kind, TextFileKind):
                return address
            address = kind.below(address)
            if not address:
                break
        return 0


class BufferedFileKind(TextFileKind):
    STRUCT, BUFFER, ENCODED = "buffered", "raw", False

    def state(self, raw, address):
        return raw.state(address)


class RawFileKind(Kind):
    STRUCT = "fileio"

    def text(self, address, type_object, writer):
        name = self.readers.names.full(type_object)
        descriptor = self.integer(address, "fd")
        if descriptor < 0:
            return "<%s [closed]>" % name
        told = self.readers.attributes.find(address, "name")
        return "<%s %s mode='%s' closefd=%s>" % (
            name,
            "name=" + writer.show(told) if told else "fd=%d" % descriptor,
            self._mode(address),
            bool(self._flag(address, "closefd")),
        )

    def members(self, address, type_object):
        return [("fd", Value(str(self.integer(address, "fd")), "int"))] + self.state(address)

    def state(self, address):
        return [("mode", Value("'%s'" % self._mode(address), "str")), self.closed(address)]

    def closed(self, address):
        return ("closed", Value(str(self.integer(address, "fd") < 0), "bool"))

    def _mode(self, address):
        reads = self._flag(address, "readable")
        for flag, letter in (("created", "x"), ("appending", "a")):
            if self._flag(address, flag):
                return letter + ("b+" if reads else "b")
        if reads:
            return "rb+" if self._flag(address, "writable") else "rb"
        return "wb"

    def _flag(self, address, name):
        offset, shift, mask = self.readers.layout.bits(self.STRUCT, name)
        return self.memory.u32(address + offset) >> shift & mask


class LockKind(Kind):
    """A PyMutex, or before CPython 3.13.1 a lock of the system's with a flag beside it: the size of
    the type tells which."""

    STRUCT, MUTEX = "lockobject", "mutexlockobject"

    def struct(self, address):
        size = self.readers.types.of(address).basicsize
        return self.MUTEX if size == self.readers.layout.size(self.MUTEX) else self.STRUCT

    def text(self, address, type_object, writer):
        name = self.readers.names.full(type_object)
        return "<%s %s object at 0x%x>" % (self.state(address), name, address)

    def state(self, address):
        return "locked" if self.is_locked(address) else "unlocked"

    def is_locked(self, address):
        """Whether it is held: bit 0 of a PyMutex, or the byte ``locked`` of earlier versions."""
        struct = self.struct(address)
        name = "lock" if struct == self.MUTEX else "locked"
        return self.memory.u8(address + self.readers.layout.offset(struct, name)) & 1

    def members(self, address, type_object):
        return [("locked", Value(str(bool(self.is_locked(address))), "bool"))]


class RecursiveLockKind(LockKind):
    STRUCT = "rlockobject"

    def struct(self, address):
        return self.STRUCT

    def text(self, address, type_object, writer):
        owner, count = self.word(address, "rlock_owner"), self._count(address)
        return "<%s %s object owner=%d count=%d at 0x%x>" % (
            self.state(address), self.readers.names.full(type_object), owner, count, address,
        )

    def is_locked(self, address):
        return self._count(address) > 0

    def _count(self, address):
        """Since CPython 3.14 the lock counts how often it was taken *again*."""
        count = self.word(address, "rlock_count")
        if not self.readers.layout.has(self.STRUCT, "lock"):
            return count
        return count + (self.integer(address, "lock") & 1)
