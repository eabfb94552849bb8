"""Characters of C strings, read in bulk and written as GDB writes them between quotes."""

import codecs

import gdb

from .. import session
from ..errors import CorruptMemory

READ = 1 << 16  # characters read at a time
FIRST = 1 << 8  # of a string whose end is not known
_PREFIXES = {"wchar_t": "L", "char16_t": "u", "char32_t": "U"}
_CODECS = {1: "utf-8", 2: "utf-16-le", 4: "utf-32-le"}
_ESCAPES = {ord(char): "\\" + name for char, name in zip('"\\\a\b\f\n\r\t\v', '"\\abfnrtv')}


class _Written(dict):
    """Of a character's number its text; what cannot be shown in octal, byte by byte."""

    def __missing__(self, number):
        character = chr(number)
        if character.isprintable():
            text = character
        elif 0xDC80 <= number <= 0xDCFF:  # a byte that is no UTF-8 (surrogateescape)
            text = "\\%03o" % (number - 0xDC00)
        else:
            text = "".join("\\%03o" % byte for byte in character.encode("utf-8", "surrogatepass"))
        self[number] = text
        return text


_written = _Written(_ESCAPES)


def quoted(text):
    """A text of Python's as a C string."""
    return '"%s"' % text.translate(_written)


def of_array(address, element, count):
    """The Characters of an array; without a NUL at its end, as GDB shows it."""
    last = session.debuggee().memory.read(address + (count - 1) * element.sizeof, element.sizeof) if count else b""
    return Characters(address, element, count - (bool(count) and not any(last)))


class Characters:
    """Those at an address, of the gdb.Type ``element``: ``total`` of them, or up to a NUL where that is None."""

    def __init__(self, address, element, total=None):
        self._address, self._size, self.total = address, element.sizeof, total
        self.prefix = _PREFIXES.get(element.unqualified().name, "")
        lenient = "surrogateescape" if self._size == 1 else "surrogatepass"
        self._decoder = codecs.getincrementaldecoder(_codec(self._size))(lenient)

    def pieces(self):
        """Generates (text, how many characters are read by then). Raises CorruptMemory where none can be read."""
        done, ended = 0, self.total == 0
        while not ended:
            data, ended = self._read(done)
            done += len(data) // self._size
            yield self._decoder.decode(data, ended).translate(_written), done

    def _read(self, done):
        """(the bytes behind the first ``done`` characters, whether they are the last). Raises CorruptMemory where none can be read."""
        memory, address = session.debuggee().memory, self._address + done * self._size
        if self.total is not None:
            count = min(READ, self.total - done)
            return memory.read(address, count * self._size), done + count == self.total
        data = memory.readable(address, (READ if done else FIRST) * self._size)
        if len(data) < self._size:
            raise CorruptMemory(address)
        return self._before_nul(data)

    def _before_nul(self, data):
        """(the bytes before a NUL character, whether there is one)"""
        nul = data.find(bytes(self._size))
        while nul > 0 and nul % self._size:
            nul = data.find(bytes(self._size), nul + 1)
        return (data, False) if nul < 0 else (data[:nul], True)


def _codec(size):
    """The name of Python's codec for characters of a size; for plain ones by the user's ``set target-charset``."""
    name = gdb.parameter("target-charset") if size == 1 else None
    try:
        return codecs.lookup(name).name if name else _CODECS[size]
    except LookupError:  # "auto", or none of Python's
        return _CODECS[size]
