"""The C API of another extension module was used through its table of functions before that was imported."""

import re

import gdb

from ...native import object_variables
from .. import siginfo
from ..crash_sites import place
from .cause import Cause

RULE = "api-not-imported"
# the static variable of every file that includes the header -> what reads it (other macros of that name read the object alone), what sets it, whose it is
TABLES = {
    # CPython: Include/datetime.h
    "PyDateTimeAPI": (re.compile(r"\bPy(Date|DateTime|Time|Delta|TimeZone|TZInfo)_(From|Check|TimeZone_UTC)"), "PyDateTime_IMPORT", "datetime"),
    # NumPy: __multiarray_api.h, ndarrayobject.h
    "PyArray_API": (re.compile(r"\bPyArray_(Type|Check|Simple|New|From|FROM|Zeros|ZEROS|Empty|EMPTY|Descr|Copy|Cast|Return|Contiguous)"), "import_array()", "NumPy"),
    "PyUFunc_API": (re.compile(r"\bPyUFunc_From"), "import_ufunc()", "NumPy"),  # NumPy: __ufunc_api.h
}


def found(site):
    address = site.fault.address if site.is_signal("SIGSEGV") else None
    if address is None or address >= siginfo.FIRST_PAGE or not site.frames:
        return None
    newest = site.frames[0]
    line = object_variables.line(newest)
    for table, (used, call, owner) in TABLES.items():
        if used.search(line) and _is_null(newest, table) and not any(each.address == 0 for each in object_variables.pointers_on_line(newest)):
            told = "%s is NULL in %s. %s sets it; each source file that uses it has its own." % (table, place(newest), call)
            return Cause(RULE, "The C API of %s was used, but not imported." % owner, [told])
    return None


def _is_null(native, name):
    try:
        symbol = gdb.lookup_symbol(name, native.frame.block())[0]
        return symbol is not None and int(symbol.value(native.frame)) == 0
    except (gdb.error, RuntimeError):  # no debug information
        return False
