"""C++ pretty-printers: GDB's own registry decides (manual, "Pretty Printing API")."""

import itertools
import re

import gdb

from .members import Child
from .texts import bounded, formatted, quoted, quoted_characters

_LENGTH = re.compile(r"\b(?:of length|with) (\d+)\b")


def printer_of(value):
    """The pretty-printer registered for ``value``, or None."""
    return gdb.default_visualizer(value)


def text_of(printer):
    """What the printer says of the value as a whole; "{…}" when it has children alone."""
    to_string = getattr(printer, "to_string", None)
    text = None if to_string is None else to_string()
    return "{…}" if text is None else as_text(text, hint_of(printer) == "string")


def as_text(given, is_string=False):
    """Whatever a printer may return (text, number, gdb.Value, gdb.LazyString) as bounded text."""
    if isinstance(given, gdb.Value):
        printer = printer_of(given)
        return formatted(given) if printer is None else text_of(printer)
    if hasattr(given, "value"):
        return lazy_text(given)
    if isinstance(given, bool):  # std::vector<bool>: as the program's language writes it
        return str(gdb.Value(given))
    return quoted(str(given)) if is_string else bounded(str(given))


def lazy_text(lazy):
    """A gdb.LazyString's text. No more than the shown characters are fetched: as a whole, a
    string above max-value-size (64 KB by default) could not be read at all."""
    if lazy.length < 0:
        return formatted(lazy.value())
    if lazy.length == 0:
        return '""'
    return quoted_characters(lazy)


def hint_of(printer):
    """"string", "array", "map" or None."""
    hint = getattr(printer, "display_hint", None)
    return hint() if hint else None


def length_in(text):
    """The number of children that libstdc++'s printers tell in passing, else 0.

    "std::vector of length 3, capacity 4", "std::map with 2 elements": free, whereas counting
    the children means reading all of them.
    """
    found = _LENGTH.search(text)
    return int(found.group(1)) if found else 0


class Items:
    """Children of a pretty-printed value, read page by page and never counted.

    An iterator only goes forward: the next page continues where the last one ended, any other
    page starts anew, as does one after a page that the user ended (Quit). A "map" alternates keys
    and values; a pair becomes one child ``[key]``.
    """

    def __init__(self, printer, text):
        self.printer = printer
        self.hint = hint_of(printer)
        self.sort = "indexed" if self.hint in ("array", "map") else "named"
        self.count = length_in(text) if self.sort == "indexed" else 0
        self.position = None
        self.rows = None

    def page(self, start, count):
        if self.position != start:
            self.rows = itertools.islice(self._all(), start, None)
        self.position, found = None, []
        try:
            found.extend(itertools.islice(self.rows, count))
        except Exception as error:  # a printer is anybody's code
            found.append(Child("<error>", error))
        self.position = start + len(found)
        return found

    def _all(self):
        children = iter(self.printer.children())
        return self._pairs(children) if self.hint == "map" else itertools.starmap(Child, children)

    @staticmethod
    def _pairs(children):
        for (_, key), (_, value) in zip(children, children):
            yield Child("[%s]" % as_text(key), value)
