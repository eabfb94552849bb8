"""A NULL ``PyObject *`` was followed, in C code of the user's or in CPython, which was handed it."""

from ...errors import CorruptMemory
from ...later import re
from ...native import object_variables
from .. import siginfo
from ..crash_sites import place
from .cause import Cause

RULE = "null-object"
NEWEST = 10  # frames between the fault and the code that had the NULL
HEADERS = re.compile(r"_?Py[A-Z_]")  # functions of Python.h
BYTES = re.compile(r"^(movzb|movsb|cmpb|testb|movb|movdq|movup|pcmp)|BYTE PTR|xmm")  # of a text, which is no object


def found(site):
    address = site.fault.address if site.is_signal("SIGSEGV") else None
    if address is None or address >= siginfo.FIRST_PAGE or not site.frames or site.python is None:
        return None
    told = _by_variables(site.frames)
    if not told and _is_head(site, address):
        told = _of_cpython(site, address)
    if not told:
        return None
    return Cause(RULE, "A PyObject * that is NULL was followed.", told + _exceptions(site))


def _by_variables(frames):
    """Evidence where the line of the first frame, and of those that called it, names pointers of which those that are NULL are all objects'."""
    told = []
    for native in frames[:NEWEST]:
        nulls = [each for each in object_variables.pointers_on_line(native) if each.address == 0]
        if not nulls or not all(each.is_object for each in nulls):
            break
        told += ["%s (%s) is NULL in %s." % (each.name, each.type, place(native)) for each in nulls]
    return told


def _is_head(site, address):
    """Whether the address is that of ob_refcnt or ob_type of an object at NULL."""
    layout = site.python.layout
    members = [name for name in ("ob_refcnt", "ob_ref_local", "ob_type") if layout.has("PyObject", name)]
    return address in [layout.offset("PyObject", name) for name in members]


def _of_cpython(site, address):
    """Evidence where CPython's own code, or that of its headers, has read the head of an object at NULL."""
    newest = site.frames[0]
    if not _is_cpythons(site, newest) or BYTES.search(site.instruction()):
        return []
    member = "type" if address else "reference count"
    told = ["%s read the %s of an object at NULL, at address 0x%x." % (place(newest), member, address)]
    index = next((index for index, each in enumerate(site.frames[:NEWEST]) if not _is_cpythons(site, each)), None)
    if index is not None:
        called = site.frames[index - 1].frame.name() or "CPython"
        told.append("%s had called %s." % (place(site.frames[index]), called))
        told += _by_variables(site.frames[index:])
    return told


def _is_cpythons(site, native):
    return site.in_cpython(native) or native.is_inline and bool(HEADERS.match(native.frame.name() or ""))


def _exceptions(site):
    """Sentences about the exception that is pending: what gave the NULL may have set one."""
    try:
        pending = next(filter(None, map(site.python.raised.pending, site.states or ())), None)
    except CorruptMemory:
        return []
    if pending is not None:
        return ["An exception is pending that nobody has looked at: %s." % pending["value"]]
    return ["No exception is pending."] if site.states else []
