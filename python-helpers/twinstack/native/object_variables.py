"""The variables of C that the current line of a native frame names, by debug information and source."""

import linecache
import os
from collections import namedtuple

import gdb

from ..inferior import read_only
from ..later import re
from . import python_pointers
from .blocks import NoDebugInformation, variables_of
from .texts import type_name

WORD = re.compile(r"[A-Za-z_]\w*")
MOST = 200  # variables of one frame

# ``address``: what it points to; ``is_object``: whether that begins with a Python object, by its type.
Pointer = namedtuple("Pointer", "name type address is_object")


def pointers_on_line(native):
    """The Pointers that the line of an unwind.NativeFrame names; none where its source is missing or newer than the program."""
    words = set(WORD.findall(line(native)))
    if not words:
        return []
    try:
        with read_only.looking():
            return [found for found in map(_pointer, variables_of(native.frame)[:MOST]) if found and found.name in words]
    except NoDebugInformation:
        return []


def line(native):
    """The text of the line of an unwind.NativeFrame; empty where its source is missing or newer than the program."""
    sal = native.frame.find_sal()
    if sal is None or sal.symtab is None:
        return ""
    path = sal.symtab.fullname()
    try:
        if os.path.getmtime(path) > os.path.getmtime(sal.symtab.objfile.filename):
            return ""
    except OSError:  # not on this machine
        return ""
    return linecache.getline(path, sal.line)


def _pointer(child):
    value = child.value
    if not isinstance(value, gdb.Value):
        return None
    try:
        kind = value.type.strip_typedefs()
        address = python_pointers.address_in(value, kind)
        if address is not None:
            return Pointer(child.name, type_name(value.type), address, True)
        return Pointer(child.name, type_name(value.type), int(value), False) if kind.code == gdb.TYPE_CODE_PTR else None
    except (gdb.error, RuntimeError):  # optimised out
        return None
