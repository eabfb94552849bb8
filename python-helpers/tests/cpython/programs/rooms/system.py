"""Locks, files, patterns; weak references."""

import io
import os
import re
import sys
import threading
import weakref

from .classes import Point
from .exceptions import caught


def weak():
    return {
        "weak_to_class": weakref.ref(Point),
        "weak_to_function": weakref.ref(caught),
        "weak_to_object": weakref.ref(KEPT),
        "dead": weakref.ref(Point()),
        "weak_proxy": weakref.proxy(KEPT),
    }


KEPT = Point()


class Slotted(io.TextIOWrapper):
    __slots__ = ("slot",)


def detached_files():
    file = Slotted(io.BytesIO())
    file.slot = 1
    file.detach()
    return {"detached_file": file}


def system():
    taken, recursive = threading.Lock(), threading.RLock()
    taken.acquire()
    recursive.acquire()
    recursive.acquire()
    closed = open(os.devnull)
    closed.close()
    return {
        "lock": threading.Lock(),
        "taken": taken,
        "recursive": recursive,
        "free_recursive": threading.RLock(),
        "text_file": open(os.devnull, "w", encoding="latin-1"),
        "standard_error": sys.stderr,
        "closed": closed,
        "binary_file": open(os.devnull, "rb"),
        "random_file": open(os.devnull, "rb+"),
        "raw_file": open(os.devnull, "wb", buffering=0),
        "descriptor": io.FileIO(os.open(os.devnull, os.O_RDONLY)),
        "text_buffer": io.StringIO("x"),
        "pattern_": re.compile("(a+)b?"),
        "flagged_pattern": re.compile(b"x", re.I | re.M),
        "ascii_pattern": re.compile("x", re.A | re.X),
        "match": re.search("b(c)?", "abd"),
        "match_in_bytes": re.search(b"b+", b"abbbd"),
    }
