"""Many elements of one plain type, read at once: ints, and libstdc++'s std::string of plain text.

A gdb.Value for each costs 15 us for an int and 55 us for a string, most of it to find the way to
its bytes; read together they cost 1 and 5. What is shown is the same: the longest text of a page is
made by GDB, too, and where that differs (another base, a printer, a charset, a limit of the user's)
all of them are. Whatever is not plain is left to GDB: other characters than printable ASCII, quotes,
long texts, memory that cannot be read.
"""

import struct

import gdb

from .. import formats, session
from ..errors import CorruptMemory
from ..later import re
from .texts import TEXT, type_name
from .values import variable

LEAST = 8  # elements from which on it is worth while

_INTS = {  # names as GCC and Clang write them, in C and in C++
    name: code
    for code, names in {
        "h": ("short", "short int"),
        "H": ("unsigned short", "short unsigned int"),
        "i": ("int",),
        "I": ("unsigned int",),
        "q": ("long", "long int", "long long", "long long int"),
        "Q": ("unsigned long", "long unsigned int", "unsigned long long", "long long unsigned int"),
    }.items()
    for name in names
}
_STRING = "std::__cxx11::basic_string<char, std::char_traits<char>, std::allocator<char> >"
_STRING_PRINTER = ("libstdcxx.v6.printers", "StdStringPrinter")
_u64 = struct.Struct("<Q").unpack_from
_PLAIN = re.compile(rb"[ !#-\[\]-~]*\Z")  # printable ASCII without quotes and backslashes


def described(children):
    """The VARIABLEs of members.Child rows that lie one behind the other in memory."""
    rows = [None] * len(children)
    if len(children) >= LEAST:
        try:
            rows = _rows(children)
        except (gdb.error, CorruptMemory):  # each tells by itself what cannot be read
            pass
    return [variable(child) if row is None else row for child, row in zip(children, rows)]


def _rows(children):
    """The row of each that is plain, None for the others."""
    first, none = children[0].value, [None] * len(children)
    if not _is_in_memory(first):
        return none
    address, kind = int(first.address), first.type
    if not all(_lies_at(address + index * kind.sizeof, kind, child.value) for index, child in enumerate(children)):
        return none
    texts = _texts(first, address, len(children))
    plain = [index for index, text in enumerate(texts) if text is not None]
    if not plain:
        return none
    rows, type_text = list(none), type_name(kind)
    for index in plain:
        place = hex(address + index * kind.sizeof)
        child = children[index]
        rows[index] = {"name": child.name, "type": type_text, "access": child.access, "value": texts[index], "memory": place}
    longest = max(plain, key=lambda index: (len(texts[index]), texts[index]))
    return rows if rows[longest] == variable(children[longest]) else none


def _is_in_memory(value):
    return isinstance(value, gdb.Value) and value.address is not None


def _lies_at(address, kind, value):
    """A printer's children may be of many types, in any order."""
    return _is_in_memory(value) and value.type == kind and int(value.address) == address


def _texts(first, address, count):
    kind = first.type.unqualified()
    code = _INTS.get(kind.name) if kind.code == gdb.TYPE_CODE_INT else None
    if code and struct.calcsize(code) == kind.sizeof:
        return list(map(str, struct.unpack("<%d%s" % (count, code), _read(address, count * kind.sizeof))))
    if kind.strip_typedefs().name == _STRING and _is_string_printer(gdb.default_visualizer(first)):
        return list(_strings(kind.strip_typedefs(), address, count))
    return [None] * count


def _is_string_printer(printer):
    return (type(printer).__module__, type(printer).__name__) == _STRING_PRINTER


def _strings(kind, address, count):
    """Short ones lie in the string itself (bits/basic_string.h: _M_local_buf)."""
    pointer, length = (_offset(kind, name) for name in ("_M_dataplus", "_M_string_length"))
    data, limit = _read(address, count * kind.sizeof), formats.string_limit(TEXT)
    for start in range(0, len(data), kind.sizeof):
        (place,), (size,) = _u64(data, start + pointer), _u64(data, start + length)
        yield _quoted(data, place, place - address, size) if size <= limit else None


def _quoted(data, place, inside, size):
    try:
        text = data[inside : inside + size] if 0 <= inside <= len(data) - size else _read(place, size)
    except CorruptMemory:
        return None
    return '"%s"' % text.decode("ascii") if _PLAIN.match(text) else None


def _offset(kind, name):
    return next(field.bitpos // 8 for field in kind.fields() if field.name == name)


def _read(address, size):
    return bytes(session.debuggee().memory.read(address, size))
