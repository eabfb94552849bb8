"""What a thrown object of C++ says of itself, read by the Itanium C++ ABI (2.9.5, run-time type
information): no debug information is needed, and nothing is called.
"""

import functools

import gdb

from ..errors import UserError
from ..later import re
from ..said import said

MOST_TYPES = 64
LONGEST_NAME = 1 << 16  # bytes of a mangled name
WITH_TEXT = ("std::runtime_error", "std::logic_error")  # libstdc++ and libc++: behind the vtable
_ONE_BASE = "__si_class_type_info"
_BASES = "__vmi_class_type_info"
_VIRTUAL = 1  # in a base's flags
UNWIND_EXCEPTION = 32  # bytes of an _Unwind_Exception, behind which the thrown object is (64-bit ABIs)
TYPE_BEFORE_HEADER = 80  # where __cxa_exception, which ends with it, begins: with the exception's type
DEPENDENT = 1  # of std::rethrow_exception: a __cxa_dependent_exception, which begins with the object's address
_MANGLED = re.compile(r"[\w.$]+\Z", re.ASCII)
_PREFIX = "typeinfo name for "
SHOWN = 200  # characters of what is no name


class Thrown:
    """The object at ``address`` whose std::type_info is at ``type_info``."""

    def __init__(self, memory, address, type_info):
        self._memory = memory
        self.address = address
        self.types = list(self._types(type_info, address))
        self.type_name = self.types[0][0]

    def names(self):
        """The names of its type and, for a class, of all the classes that it derives from."""
        return [name for name, _ in self.types]

    def message(self):
        """What std::exception::what() says of a std::runtime_error or std::logic_error, unless a
        class derived from them says something else; None for any other object."""
        for name, address in self.types:
            if name in WITH_TEXT and address:
                return self._memory.text(self._memory.u64(address + 8))
        return None

    def _types(self, type_info, address):
        """(name, address of that part of the object, None where it is a virtual base)."""
        waiting = [(type_info, address)]
        for _ in range(MOST_TYPES):
            if not waiting:
                return
            type_info, address = waiting.pop(0)
            name = self._memory.text(self._memory.u64(type_info + 8), LONGEST_NAME)
            yield demangled(name.lstrip("*")), address  # by a ``*`` before it, the ABI compares addresses
            waiting.extend(self._bases(type_info, address))

    def _bases(self, type_info, address):
        kind = symbol(self._memory.u64(type_info))
        if _ONE_BASE in kind:
            return [(self._memory.u64(type_info + 16), address)]
        if _BASES not in kind:
            return []
        count = min(self._memory.u32(type_info + 20), MOST_TYPES)
        pairs = self._memory.pointers(type_info + 24, 2 * count)
        return [(base, placed(address, flags)) for base, flags in zip(pairs[::2], pairs[1::2])]


def placed(address, flags):
    """Where a base is within an object; its offset stands above the flags' lowest eight bits."""
    return None if address is None or flags & _VIRTUAL else address + (flags >> 8)


@functools.lru_cache(maxsize=1024)
def demangled(name):
    """A type's mangled name as in source code. One that is no name comes out of broken memory: it is
    shown escaped, and no command of GDB is made of it."""
    if not _MANGLED.match(name):
        return name[:SHOWN].encode("unicode_escape").decode()
    try:
        text = said("demangle -l c++ -- _ZTS" + name).strip()
    except gdb.error:  # too deep for GDB's demangler
        return name
    return text[len(_PREFIX) :] if text.startswith(_PREFIX) else name


@functools.lru_cache(maxsize=64)
def symbol(address):
    """What GDB says of the symbol at or before an address. Remembered, for each throw asks."""
    return said("info symbol 0x%x" % address)


def _new_files(event):
    symbol.cache_clear()


gdb.events.new_objfile.connect(_new_files)
gdb.events.clear_objfiles.connect(_new_files)


def by_probe(memory):
    """The Thrown that a probe of libstdc++ (``throw``, ``rethrow``, ``catch``) tells of."""
    address, type_info = (int(gdb.parse_and_eval("$_probe_arg%d" % each)) for each in (0, 1))
    return Thrown(memory, address, type_info)


def by_header(memory, header):
    """The Thrown whose _Unwind_Exception is at ``header``; None when it is not of C++. What stands around
    that is the same in libstdc++ (libsupc++/unwind-cxx.h) and LLVM's libc++abi (cxa_exception.h)."""
    kind = memory.read(header, 4)  # the end of exception_class, whose bytes are in reverse order
    if kind[1:] != b"++C":
        return None
    thrown = header + UNWIND_EXCEPTION
    if kind[0] == DEPENDENT:
        thrown = memory.u64(header - TYPE_BEFORE_HEADER)
    return Thrown(memory, thrown, memory.u64(thrown - UNWIND_EXCEPTION - TYPE_BEFORE_HEADER))


def type_condition(text):
    """A function that tells whether a Thrown is of one of the types in ``text``: names, separated
    by commas outside brackets, of its own class or a base; ``*`` stands for anything. Raises
    UserError for what can be the name of no type."""
    names = [each.strip() for each in _COMMA.split(text) if each.strip()]
    for each in names or [text]:
        if not _is_name(each):
            raise UserError(NOT_A_NAME % each)
    patterns = [_pattern(each) for each in names]
    return lambda thrown: any(each.match(name) for each in patterns for name in thrown.names())


NOT_A_NAME = "'%s' is no name of a type; name types of C++, separated by commas, with * for anything: std::exception, app::*."
_BRACKETS = re.compile(r"\([^()]*\)|\[[^][]*\]|<[^<>()]*>")
_NAME = re.compile(r"[\w\s:$&~#{}]+|(?=.*\*)[\w\s:$&~#{}*<>()\[\]]+")
_COMMA = re.compile(r",(?![^<(]*[>)])")


def _is_name(text):
    """Can it be a type's? What stands in brackets may be anything; ``*`` may stand for their end, too."""
    outside = _BRACKETS.sub("", text)
    return _is_name(outside) if outside != text else _NAME.fullmatch(text) is not None


def _pattern(name):
    return re.compile(".*".join(map(re.escape, name.split("*"))) + r"\Z")
