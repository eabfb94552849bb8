"""C++ pretty-printers: GDB's own registry decides (manual, "Pretty Printing API")."""

import itertools
from collections import namedtuple

import gdb

from .. import time_limit
from ..errors import CorruptMemory
from ..later import re
from . import memory_views, nodes, vectors
from .members import Child, anew
from .texts import bounded, formatted, quoted, quoted_characters

FAR = 1000  # the position of a child from which on its node is looked for
CHILDREN_ALONE = "{…}"  # the text of a value of which its printer says nothing as a whole
_LENGTH = re.compile(r"\b(?:of length|with) (\d+)\b")


class PrinterError(Exception):
    """A pretty-printer, or looking for one, failed: it is anybody's code."""

    def __init__(self, error):
        super().__init__("<error: its pretty-printer failed: %s>" % bounded(_reason(error)))


def _reason(error):
    return str(error) or type(error).__name__


class Shown(namedtuple("Shown", "text items")):
    """What a pretty-printer makes of a value; ``items`` is None when it has no children."""


def shown(value):
    """The Shown of ``value``; None when no pretty-printer is registered for it."""
    try:
        return time_limit.of_value(lambda: _shown(value))
    except (Exception, time_limit.TookTooLong) as error:
        raise PrinterError(error) from error


def _shown(value):
    slice_of = memory_views.elements_of(value)
    if slice_of:
        return Shown(slice_of.text, slice_of)
    printer = gdb.default_visualizer(value)
    if printer is None:
        return None
    text = text_of(printer)
    return Shown(text, _items(value, printer, text) if hasattr(printer, "children") else None)


def _items(value, printer, text):
    return vectors.elements_of(value) or Items(value, printer, text)


def has_printer(value):
    """Whether a pretty-printer, a failing one included, is registered for ``value``."""
    try:
        return time_limit.of_value(lambda: gdb.default_visualizer(value)) is not None
    except (Exception, time_limit.TookTooLong):  # told where the value itself is shown
        return True


def text_of(printer):
    """What the printer says of the value as a whole; CHILDREN_ALONE when that is nothing."""
    to_string = getattr(printer, "to_string", None)
    text = None if to_string is None else to_string()
    return CHILDREN_ALONE if text is None else as_text(text, hint_of(printer) == "string")


def as_text(given, is_string=False):
    """Whatever a printer may return (text, number, gdb.Value, gdb.LazyString) as bounded text."""
    if isinstance(given, gdb.Value):
        return value_text(given)
    if hasattr(given, "value"):
        return lazy_text(given)
    if isinstance(given, bool):  # std::vector<bool>: as the program's language writes it
        return str(gdb.Value(given))
    return quoted(str(given)) if is_string else bounded(str(given))


def value_text(value):
    """A gdb.Value's text, by its pretty-printer where it has one."""
    try:
        found = shown(value)
    except PrinterError as error:
        return str(error)
    return formatted(value) if found is None else found.text


def lazy_text(lazy):
    """A gdb.LazyString's text. No more than the shown characters are fetched: as a whole, a
    string above max-value-size (64 KB by default) could not be read at all."""
    if lazy.length < 0:
        return formatted(lazy.value())
    if lazy.length == 0:
        return '""'
    return quoted_characters(lazy)


def hint_of(printer):
    """What a pretty-printer says that its children are: "string", "array", "map" or None (GDB: display_hint)."""
    hint = getattr(printer, "display_hint", None)
    return hint() if hint else None


def length_in(text):
    """The number of children that libstdc++'s printers tell in passing, else 0.

    "std::vector of length 3, capacity 4", "std::map with 2 elements": free, whereas counting
    the children means reading all of them.
    """
    found = _LENGTH.search(text)
    return int(found.group(1)) if found else 0


def entries_of(printer):
    """Its children as (name, value); those of a "map", in which keys and values alternate, as (key, value)."""
    children = iter(printer.children())
    if hint_of(printer) == "map":
        return ((key, value) for (_, key), (_, value) in zip(children, children))
    return children


class Items:
    """Children of a pretty-printed value, read page by page and never counted.

    An iterator only goes forward: a page behind the last one continues from there, any other page
    starts anew, as does one after a page that the user ended (Quit). A "map" alternates keys
    and values; a pair becomes one child ``[key]``. Pages far in are reached by a container's nodes.
    """

    def __init__(self, value, printer, text):
        self.value, self.printer = value, printer
        self.hint = hint_of(printer)
        self.count = length_in(text) or nodes.length(value)
        self.sort = "indexed" if self.count or self.hint in ("array", "map") else "named"
        self.position = None
        self.entries = None
        self.nodes = nodes.of(value, self.count)

    def page(self, start, count):
        if self.nodes is not None and FAR <= start < self.count:
            try:
                return time_limit.of_page(lambda: self._of_nodes(start, count))
            except (gdb.error, RuntimeError, CorruptMemory):  # its printer shows what there is
                self.nodes = None
            except time_limit.TookTooLong as error:
                return [Child("<error>", error)]
        return self._of_printer(start, count)

    def _of_printer(self, start, count):
        reached, self.position = self.position, None
        found = []
        try:
            time_limit.of_page(lambda: found.extend(self._rows(reached, start, count)))
        except (Exception, time_limit.TookTooLong) as error:  # a printer is anybody's code
            return found + [Child("<error>", error)]
        self.position = start + len(found)
        return found

    def first(self):
        """Generates its children for as long as is asked, from the first on."""
        return (self._child(key, value) for key, value in entries_of(self.printer))

    def _rows(self, reached, start, count):
        if reached is None or reached > start:
            self.entries, reached = entries_of(gdb.default_visualizer(anew(self.value))), 0
        passed = itertools.islice(self.entries, start - reached, None)
        return (self._child(key, value) for key, value in itertools.islice(passed, count))

    def _of_nodes(self, start, count):
        """A page of the elements by the addresses of their nodes: as the first lies in its node, the others do in theirs."""
        found = []
        first, addresses = self.nodes.page(start, count)
        parts = next(iter(entries_of(gdb.default_visualizer(anew(self.value)))), ())[0 if self.hint == "map" else 1 :]
        if not parts or not all(isinstance(each, gdb.Value) and each.address is not None for each in parts):
            raise CorruptMemory(first, "its elements lie elsewhere")
        places = [(int(each.address) - first, each.type.pointer()) for each in parts]
        for index, node in enumerate(addresses, start):
            values = [gdb.Value(node + offset).cast(kind).dereference() for offset, kind in places]
            found.append(self._child(values[0] if len(values) > 1 else "[%d]" % index, values[-1]))
        return found

    def _child(self, key, value):
        return Child("[%s]" % as_text(key) if self.hint == "map" else bounded(str(key)), value)
