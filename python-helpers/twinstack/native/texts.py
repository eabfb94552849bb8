"""A native value as bounded text, in GDB's own C or C++ format."""

import contextlib

import gdb

from .. import formats, time_limit
from ..gdb_features import UNSTYLED
from .type_codes import STRUCTS

TEXT = 2000  # characters of a string
AROUND = 200  # characters around a string: its address, a symbol, quotes
ESCAPED = 4  # characters that one may take: \\377
SUMMARY = 200  # characters of a struct or array shown in one line
ELEMENTS = 20  # elements of an array in its summary
REPEATS = 10  # equal elements from which on they are counted instead of printed
FETCHED = 16384  # bytes: no summary reads more (GDB itself refuses above max-value-size, 64 KB)

_raw = False


@contextlib.contextmanager
def without_printers():
    """Inside, values are shown without pretty-printers, which GDB would use where it can."""
    global _raw
    _raw = True
    try:
        yield
    finally:
        _raw = False


def error_text(error):
    """The value of what could not be read."""
    return "<error: %s>" % bounded(str(error))


def formatted(value):
    """The value's text: strings up to TEXT, a struct's or array's own scalars up to SUMMARY, or that it
    took too long: GDB shows what is in a struct or array by its printers."""
    kind = value.type.strip_typedefs()
    if kind.code not in STRUCTS and (kind.code != gdb.TYPE_CODE_ARRAY or is_string(kind)):
        return _formatted(value, kind)
    try:
        return time_limit.of_value(lambda: _formatted(value, kind))
    except time_limit.TookTooLong as error:
        return error_text(error)


def _formatted(value, kind):
    if is_string(kind):
        repeats = 0 if kind.code == gdb.TYPE_CODE_PTR else REPEATS
        limit = formats.string_limit(TEXT)
        return bounded(_beginning(value, kind, limit, repeats), AROUND + ESCAPED * limit)
    if kind.code == gdb.TYPE_CODE_ARRAY:
        return bounded(_beginning(value, kind, ELEMENTS, REPEATS), SUMMARY)
    if kind.code not in STRUCTS:
        return bounded(_printed(value, ELEMENTS, REPEATS))
    if kind.sizeof > FETCHED:
        return "{…}"
    return bounded(_printed(value, ELEMENTS, REPEATS), SUMMARY)


def in_format(value, letter):
    """The value in one of GDB's output formats (manual, "Output Formats"); a struct or array with all in it."""
    if value.type.strip_typedefs().sizeof > FETCHED:
        return formatted(value)
    text = value.format_string(format=letter, max_elements=ELEMENTS, max_depth=1, raw=_raw, **UNSTYLED)
    return bounded(text, SUMMARY)


def is_string(kind):
    """Whether GDB prints this pointer or array type as characters."""
    if kind.code not in (gdb.TYPE_CODE_PTR, gdb.TYPE_CODE_ARRAY):
        return False
    element = kind.target().strip_typedefs()
    return element.code == gdb.TYPE_CODE_CHAR or (
        element.code == gdb.TYPE_CODE_INT and (element.sizeof == 1 or _wide(kind.target()))
    )


def _wide(element):
    return element.unqualified().name in ("wchar_t", "char16_t", "char32_t")


def bounded(text, limit=TEXT):
    """The first ``limit`` characters; "…" stands for the rest, as for GDB's own "..."."""
    if len(text) > limit:
        return text[:limit] + "…"
    return text[:-3] + "…" if text.endswith('"...') else text


def quoted_characters(lazy):
    """The characters of a gdb.LazyString of known length, quoted as GDB quotes them."""
    shown = min(lazy.length, formats.string_limit(TEXT))
    pointer = gdb.Value(lazy.address).cast(lazy.type.target().pointer())
    text = _printed(first_elements(pointer, shown), shown, 0)
    return text + "…" if lazy.length > shown else text


def quoted(text):
    """A printer's own text with the quotes that its hint "string" asks for."""
    return '"%s"' % bounded(text.replace("\\", "\\\\").replace('"', '\\"'))


def type_name(kind):
    """The type as declared; GDB's Python prints names only, never a struct's body."""
    return bounded(str(kind), SUMMARY)


def _beginning(value, kind, elements, repeats):
    """The text of a pointer to characters, or of an array: one that is too big is not fetched
    beyond its shown elements."""
    if kind.code == gdb.TYPE_CODE_PTR or kind.sizeof <= FETCHED or value.address is None:
        return _printed(value, elements, repeats)
    length = kind.sizeof // kind.target().sizeof
    elements = min(elements, length)
    first = first_elements(value.address.cast(kind.target().pointer()), elements)
    with _values_of(elements * kind.target().sizeof):
        text = _printed(first, elements, repeats)
    if elements == length:
        return text
    return text[:-1] + ", …}" if text.endswith("}") else text + "…"


@contextlib.contextmanager
def _values_of(size):
    """Inside, GDB takes values of ``size`` bytes, which no longer string is shown without."""
    limit = gdb.parameter("max-value-size")
    if limit is None or size <= limit:
        yield
        return
    gdb.execute("set max-value-size %d" % size)
    try:
        yield
    finally:
        gdb.execute("set max-value-size %d" % limit)


def first_elements(pointer, count):
    """The ``count`` elements at ``pointer`` as an array, not fetched before it is printed."""
    array = pointer.type.target().array(count - 1)
    return pointer.cast(array.pointer()).dereference()


def _printed(value, elements, repeats):
    return value.format_string(
        max_elements=elements,
        max_depth=1,
        repeat_threshold=repeats,
        raw=_raw,
        actual_objects=False,
        pretty_structs=False,
        pretty_arrays=False,
        **UNSTYLED
    )
