"""Texts in full, in pages: what a client copies, or reads bit by bit.

A page has at most LARGEST_PAGE characters: some 100 KB of JSON when each is outside the BMP.
"""

from .. import formats, handles
from ..errors import UserError
from .kinds.base import Text
from .writer import Writer

LARGEST_PAGE = 8192


class Made:
    """A text that was made of a value; ``total`` characters."""

    def __init__(self, text):
        self._text = text
        self.total = len(text)

    def page(self, start, count):
        return self._text[start : start + min(count, LARGEST_PAGE)]


class Characters:
    """The characters of a str, or bytes as they are written in a literal, read as asked for."""

    def __init__(self, readers, address):
        self._address, self._kind = address, readers.kind_of(address)
        if not isinstance(self._kind, Text):
            name = readers.names.qualname(readers.types.of(address))
            raise UserError("This is of type %s, which is no text." % name)
        self.total = self._kind.characters(address)

    def page(self, start, count):
        count = max(0, min(count, LARGEST_PAGE, self.total - start))
        part = self._kind.part(self._address, start, count)
        return part if isinstance(part, str) else escaped(part)


def escaped(part):
    """As between the quotes of repr(), which are the same whatever the bytes are."""
    return repr(b'"' + part)[3:-1]


def of_variable(readers, variable):
    """The whole text behind a VARIABLE, without the quotes of a str."""
    if "object" not in variable or "first" in variable:
        return Made(variable["value"])
    address = int(variable["object"], 0)
    if readers.types.of(address).builtin == "str":
        return Characters(readers, address)
    return Made(WholeWriter(readers).show(address))


class WholeWriter(Writer):
    """Writes as much as can be copied."""

    NODES = 100000
    DEPTH = 20
    PREVIEW = 100000

    @property
    def TEXT(self):
        return formats.copied_limit()


def keep(text, limit=None):
    """{"handle" for ``kept_page`` until the program runs, "length" that can be read, "total",
    "text": the first page}. ``limit``: of "length", what can be copied when it is left out."""
    length = min(text.total, limit or formats.copied_limit())
    handle = handles.keep((text, length))
    first = kept_page(handle, 0, length)
    return {"handle": handle, "length": length, "total": text.total, "text": first}


def kept_page(handle, start, count):
    """Some characters of a text that was kept."""
    text, length = handles.kept(handle)
    return text.page(start, min(count, max(0, length - start)))
