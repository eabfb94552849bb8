"""Compiled regular expressions and their matches (Modules/_sre)."""

from .base import Item, Kind, Value

FLAGS = (  # re.RegexFlag, in the order in which repr() names them
    (1, "TEMPLATE"),
    (2, "IGNORECASE"),
    (4, "LOCALE"),
    (8, "MULTILINE"),
    (16, "DOTALL"),
    (32, "UNICODE"),
    (64, "VERBOSE"),
    (128, "DEBUG"),
    (256, "ASCII"),
)
LOCALE, UNICODE, ASCII = 4, 32, 256
SHOWN_PATTERN, SHOWN_MATCH = 200, 50  # characters of the repr() of what is inside


class PatternKind(Kind):
    STRUCT = "PatternObject"

    def text(self, address, type_object, writer):
        pattern, flags = self.word(address, "pattern"), self.integer(address, "flags")
        shown = writer.show(pattern)[:SHOWN_PATTERN]
        is_str = pattern and self.readers.is_str(pattern)
        if is_str and flags & (LOCALE | UNICODE | ASCII) == UNICODE:
            flags &= ~UNICODE
        return "re.compile(%s)" % ", ".join([shown] + self._flags(flags))

    def _flags(self, flags):
        """[the argument of re.compile() that stands for the flags], or [] where none are set."""
        named = ["re." + name for flag, name in FLAGS if flags & flag]
        rest = flags & ~sum(flag for flag, _ in FLAGS)
        return ["|".join(named + ([hex(rest)] if rest else []))] if flags else []

    def members(self, address, type_object):
        groups = Value(str(self.word(address, "groups")), "int")
        found = [(name, self.word(address, name)) for name in ("pattern", "groupindex")]
        return found + [("groups", groups)]


class MatchKind(Kind):
    STRUCT = "MatchObject"
    MAX_GROUPS = 100

    def text(self, address, type_object, writer):
        start, end = self._span(address, 0)
        shown = self._slice(address, start, end)[:SHOWN_MATCH]
        return "<%s object; span=(%d, %d), match=%s>" % (type_object.name, start, end, shown)

    def members(self, address, type_object):
        names = (("string", "string"), ("re", "pattern"))
        return [(name, self.word(address, member)) for name, member in names]

    def length(self, address):
        return min(self.MAX_GROUPS, self.word(address, "groups"))

    def items(self, address, start, count):
        last = min(self.length(address), start + count)
        return [Item("[%d]" % i, self._group(address, i), None) for i in range(start, last)]

    def _group(self, address, number):
        start, end = self._span(address, number)
        return Value(self._slice(address, start, end) if start >= 0 else "None")

    def _span(self, address, number):
        marks = address + self.readers.layout.offset(self.STRUCT, "mark") + 16 * number
        return self.memory.i64(marks), self.memory.i64(marks + 8)

    def _slice(self, address, start, end):
        """What was matched, like repr(); of a str or bytes alone."""
        string = self.word(address, "string")
        if string and self.readers.is_str(string):
            return repr(self.readers.strings.text(string, end - start, start))
        if string and self.readers.types.of(string).builtin == "bytes":
            return repr(self.readers.kind("bytes").part(string, start, end - start))
        return "..."
