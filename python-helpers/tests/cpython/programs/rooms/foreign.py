"""Values of ctypes, and other raw memory."""

import array
import collections
import ctypes
import datetime
import functools
import pathlib
import re
import sys
import types
import weakref

from .classes import Derived, Point, Slotted
from .exceptions import MixedError


def made_in_c():
    return {
        "version": sys.version_info,
        "partial": functools.partial(int, "1", base=8),
        "defaults": collections.defaultdict(list, {"k": [1]}),
        "long_path": pathlib.PurePosixPath("a" * 1200 + "/b"),
        "counter": collections.Counter("abca"),
        "weak": weakref.ref(Point),
        "ancestor": super(Derived, Derived()),
        "slot": Slotted.a,
        "wrapper": int.__add__,
        "metaclass": type,
        "root": object,
        "frame": sys._getframe(),
        "file": sys.stdout,
        "namespace": types.SimpleNamespace(a=1),
        "pattern": re.compile("(a)"),
        "when": datetime.datetime(2020, 1, 1),
        "syntax_error": SyntaxError("bad", ("file", 1, 2, "text")),
        "exit": SystemExit(3),
        "mixed_error": MixedError(2, "gone"),
        "cubic": memoryview(bytes(range(8))).cast("B", (2, 2, 2)),
        "grid": memoryview(bytes(range(24))).cast("h", (3, 4)),
        "part_of_view": memoryview(array.array("d", [1, 2, 3, 4]))[::-2],
        "released": released(),
    }


def released():
    view = memoryview(b"x")
    view.release()
    return view


class Node(ctypes.Structure):
    pass


Node._fields_ = [("next", ctypes.POINTER(Node)), ("other", ctypes.POINTER(Node)), ("n", ctypes.c_int)]


def ring():
    node = Node(n=7)
    node.next = node.other = ctypes.pointer(node)
    return node


def c_values():
    numbers = Numbers(-3, 0.5, b"ab", 5, 17, (1, 2, 3))
    return {
        "c_int": ctypes.c_int(-7),
        "c_double": ctypes.c_double(0.25),
        "c_bool": ctypes.c_bool(True),
        "c_char": ctypes.c_char(b"x"),
        "c_text": ctypes.c_char_p(b"text"),
        "no_c_text": ctypes.c_char_p(),
        "c_address": ctypes.c_void_p(0x1234),
        "c_numbers": numbers,
        "c_array": (ctypes.c_short * 3)(1, 2, 3),
        "c_pointer": ctypes.pointer(numbers),
        "c_ring": ring(),
        "c_null": ctypes.POINTER(ctypes.c_int)(),
    }


class Numbers(ctypes.Structure):
    _fields_ = [
        ("small", ctypes.c_int8),
        ("real", ctypes.c_double),
        ("letters", ctypes.c_char * 4),
        ("bits", ctypes.c_uint, 3),
        ("more_bits", ctypes.c_uint, 5),
        ("inner", ctypes.c_int * 3),
    ]
