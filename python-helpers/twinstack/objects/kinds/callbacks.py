"""How asyncio writes what is called back (Lib/asyncio/format_helpers.py), and what it is called with."""

from .base import Text

LIMITS = {"int": 40, "bool": 40}  # reprlib.Repr.maxlong
LIMIT = 30  # its maxstring and maxother
CONTAINERS = ("list", "tuple", "dict", "set", "frozenset", "collections.deque", "array.array")
MAX_WRAPPERS = 10
MAX_ARGUMENTS = 100
PARTIAL = "functools.partial"


class Callbacks:
    """Texts of callbacks, made by a writer.Writer."""

    def __init__(self, readers, writer):
        self._readers, self._writer = readers, writer

    def text(self, callback):
        """A callback as asyncio writes it: its name with bound arguments, and "at file:line" behind."""
        function, suffix = callback, "()"
        while self._builtin(function) == PARTIAL and len(suffix) < self._writer.max_text:
            suffix = self._arguments(function) + suffix
            function = self._partial.member(function, "func")
        name = self._readers.kind_of(function).qualname(function) or self._writer.show(function)
        return name + suffix + self._source(callback)

    def short(self, address):
        """The text of an object as reprlib.repr() cuts it; that of a container is left whole."""
        kind, builtin = self._readers.kind_of(address), self._builtin(address)
        text = self._writer.show(address)
        limit = LIMITS.get(builtin, LIMIT)
        before, behind = (limit - 3) // 2, limit - 3 - (limit - 3) // 2
        if builtin in CONTAINERS or len(text) <= limit:
            return text
        if builtin in LIMITS and not text.lstrip("-").isdigit():
            return text  # in other digits, or cut by itself
        if isinstance(kind, Text):
            length, ends = kind.characters(address), (before, behind) if builtin == "str" else (limit, limit)
            if length > sum(ends):
                text = repr(kind.part(address, 0, ends[0]) + kind.part(address, length - ends[1], ends[1]))
        return text[:before] + "..." + text[len(text) - behind :]

    @property
    def _partial(self):
        return self._readers.kind(PARTIAL)

    def _builtin(self, address):
        return self._readers.types.of(address).builtin

    def _arguments(self, partial):
        """What a functools.partial was given, as "(1, name=2)"; "()" since CPython 3.13, where asyncio keeps it secret."""
        if "callbacks without arguments" in self._readers.features:
            return "()"
        positional, named = (self._partial.member(partial, name) for name in ("args", "keywords"))
        shown = [self.short(each) for each in self._readers.sequences.tuple_items(positional, 0, MAX_ARGUMENTS)]
        for key, value in self._readers.dicts.items(named, 0, MAX_ARGUMENTS):
            shown.append("%s=%s" % (self._readers.attributes.name(key), self.short(value)))
        return "(%s)" % ", ".join(shown)

    def _source(self, callback):
        """" at file:line" of a function, of what it wraps or a partial holds; "" of all others."""
        for _ in range(MAX_WRAPPERS):
            inner = self._within(callback)
            if not inner:
                break
            callback = inner
        if self._builtin(callback) != "function":
            return ""
        code = self._readers.frames.code_at(self._readers.kind("function").member(callback, "__code__"))
        return " at %s:%d" % (code.file, code.first_line)

    def _within(self, callback):
        builtin = self._builtin(callback)
        if builtin == PARTIAL:
            return self._partial.member(callback, "func")
        if builtin == "method":  # its attributes are the function's
            callback = self._readers.kind("method").member(callback, "__func__")
        return self._readers.attributes.find(callback, "__wrapped__")
