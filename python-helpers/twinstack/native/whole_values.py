"""A C or C++ value as text in full: what a client copies.

In GDB's own form, but written piece by piece, so that it ends in time and says how much of the value it has.
GDB itself would make the text in one go, which nothing ends, and cuts containers at fixed lengths.
"""

import contextlib

import gdb

from .. import time_limit
from ..gdb_features import UNSTYLED
from . import printers, vectors
from .characters import Characters, of_array, quoted
from .members import Elements
from .texts import error_text, first_elements, is_string
from .type_codes import REFERENCES, STRUCTS

DEPTH = 20  # structs and containers within each other
TOGETHER = 1000  # numbers of an array that GDB prints at a time
_NUMBERS = (gdb.TYPE_CODE_INT, gdb.TYPE_CODE_FLT, gdb.TYPE_CODE_BOOL, gdb.TYPE_CODE_ENUM)


class _Full(BaseException):
    """As many characters are written as can be copied; no Exception, as TookTooLong is none."""


def whole(value, limit):
    """The value's text with all that it opens into, up to ``limit`` characters and for time_limit.COPY seconds at most; how
    much that is, when it is not all, stands at its end: "… cut after 12 of 3000 elements"."""
    writer = WholeValue(limit)
    try:
        time_limit.of_copy(lambda: writer.write(value))
        return writer.text()
    except time_limit.TookTooLong:
        why = "it takes more than %d seconds" % time_limit.COPY
    except _Full:
        why = "a greater maxStringLength gives more"
    return "%s… cut after %s (%s)" % (writer.text(), writer.reached(), why)


class WholeValue:
    """Writes one value; what it has written is there whatever ends it."""

    def __init__(self, limit):
        self._limit, self._pieces, self._size = limit, [], 0
        self._open = []  # [done, all or 0, "elements"] of what is being written, outermost first

    def text(self):
        return "".join(self._pieces)

    def reached(self):
        """How much of the outermost that has a known length is written, else how many characters."""
        known = [each for each in self._open if (each[1] or 0) > 1]
        return "%d of %d %s" % tuple(known[0]) if known else "%d characters" % len(self.text())

    def _add(self, text):
        self._size += len(text)
        if self._size > self._limit:
            raise _Full()
        self._pieces.append(text)

    def write(self, value):
        """A gdb.Value; its error where it cannot be read, or where a printer, which is anybody's code, fails."""
        try:
            self._value(value)
        except Exception as error:
            self._add(error_text(error))

    def _value(self, value):
        kind = value.type.strip_typedefs()
        if kind.code in REFERENCES and not self._open:
            value = value.referenced_value()
            kind = value.type.strip_typedefs()
        printer = gdb.default_visualizer(value)
        if len(self._open) > DEPTH:
            self._add("{…}")
        elif printer is not None:
            self._printed(value, printer)
        elif is_string(kind):
            self._string(value, kind)
        elif kind.code == gdb.TYPE_CODE_ARRAY:
            self._elements(Elements(value), kind.target())
        elif kind.code in STRUCTS:
            fields = kind.fields()
            self._braced(fields, lambda field: self._field(value, field), len(fields))
        else:
            self._add(value.format_string(**UNSTYLED))

    def _printed(self, value, printer):
        """As its pretty-printer shows it: its text, its children, or both."""
        text = printer.to_string() if hasattr(printer, "to_string") else None
        if text is not None:
            self._told(text, printers.hint_of(printer))
        if not hasattr(printer, "children"):
            self._add("{…}" if text is None else "")
            return
        self._add("" if text is None else " = ")
        vector = vectors.elements_of(value)
        if vector is not None:
            self._elements(vector, value.type.strip_typedefs().template_argument(0))
        else:
            hint, total = printers.hint_of(printer), printers.length_in(text) if isinstance(text, str) else 0
            self._braced(printers.entries_of(printer), lambda entry: self._entry(hint, *entry), total)

    def _entry(self, hint, key, value):
        if hint == "map":
            self._add("[")
            self._told(key)
            self._add("] = ")
        elif hint != "array":
            self._add("%s = " % key)
        self._told(value)

    def _told(self, given, hint=None):
        """What a printer may give: text, a number, a gdb.Value, a gdb.LazyString."""
        if isinstance(given, gdb.Value):
            self.write(given)
        elif hasattr(given, "value"):
            self._lazy(given)
        elif isinstance(given, bool):
            self._add(str(gdb.Value(given)))
        else:
            self._add(quoted(str(given)) if hint == "string" else str(given))

    def _lazy(self, lazy):
        total = None if lazy.length < 0 else lazy.length
        self._characters(Characters(lazy.address, lazy.type.target(), total))

    def _string(self, value, kind):
        element = kind.target().strip_typedefs() if kind.target().sizeof == 1 else kind.target()
        if kind.code == gdb.TYPE_CODE_PTR:
            self._add(value.cast(gdb.lookup_type("void").pointer()).format_string(**UNSTYLED))
            if int(value):
                self._add(" ")
                self._characters(Characters(int(value), element))
        elif value.address is None:
            self._add(value.format_string(**UNSTYLED))
        else:
            self._characters(of_array(int(value.address), element, kind.sizeof // element.sizeof))

    def _characters(self, characters):
        with self._counting(characters.total, "characters") as counted:
            self._add(characters.prefix + '"')
            for text, done in characters.pieces():
                self._add(text)
                counted[0] = done
            self._add('"')

    def _elements(self, container, kind):
        """Write the elements of an array or vector; numbers many at a time."""
        total = container.count
        if kind.strip_typedefs().code not in _NUMBERS or not total or container.page(0, 1)[0].value.address is None:
            self._braced(range(total), lambda index: self.write(container.page(index, 1)[0].value), total)
            return
        with self._counting(total, "elements") as counted:
            self._add("{")
            for start in range(0, total, TOGETHER):
                counted[0] = start
                self._add(", " if start else "")
                self._add(_numbers(container.page(start, 1)[0].value, min(TOGETHER, total - start)))
            self._add("}")

    def _braced(self, entries, write, total=0):
        """Entries between braces; ``total``: how many there are, 0 when nobody knows."""
        with self._counting(total, "elements") as counted:
            self._add("{")
            for entry in entries:
                self._add(", " if counted[0] else "")
                write(entry)
                counted[0] += 1
            self._add("}")

    def _field(self, value, field):
        if field.is_base_class:
            self._add("<%s> = " % field.name)
        elif field.name:
            self._add("%s = " % field.name)
        self.write(value[field])

    @contextlib.contextmanager
    def _counting(self, total, what):
        """Inside, one more is being written; what ends it early leaves it counted."""
        self._open.append([0, total, what])
        yield self._open[-1]
        self._open.pop()


def _numbers(first, count):
    """``count`` numbers from ``first`` on, as GDB prints them in an array."""
    array = first_elements(first.address, count)
    return array.format_string(max_elements=0, repeat_threshold=0, **UNSTYLED)[1:-1]
