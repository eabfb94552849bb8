"""A ``PyObject *`` led to what is no object: nothing is mapped there, or the type that was followed is none."""

import re

from ...errors import CorruptMemory
from ...inferior.thread_registers import register
from ...native import object_variables
from .. import siginfo
from ..crash_sites import place
from .cause import Cause
from .freed_object import DEAD_WORD

RULE = "no-object"
SAYS = "A PyObject * led to memory that is no object: overwritten, freed and used again, or never one."
NEWEST = 10  # frames whose lines may name the pointer
NEAR = 1 << 12  # bytes from the beginning of an object, or of a type, to what is read of it
BASE = re.compile(r"(0x[0-9a-f]+)\(%(r\w+)\)")  # of an instruction's address, as GDB writes it
SLOTS = 0x20  # where those of a type begin; what is read of other structures is mostly before
GIVEN = r"&\s*%(name)s\b|\b%(name)s\s*=[^=]"  # it gets its value on that line


def found(site):
    if site.python is None or not site.is_signal("SIGSEGV", "SIGBUS") or not site.frames:
        return None
    told = _by_variables(site) or _by_registers(site)
    return Cause(RULE, SAYS, told) if told else None


def _by_variables(site):
    """Of the pointers whose types are none that of the oldest frame, which is nearest to the user's code; else the first that leads nowhere."""
    nowhere, typeless = None, None
    for native in site.frames[:NEWEST]:
        for pointer in _objects_on_line(native):
            told = ["%s in %s is 0x%x." % (pointer.name, place(native), pointer.address)]
            why = _why_no_type(site, pointer.address)
            if why:
                typeless = told + [why]
            elif nowhere is None and not _is_there(site, pointer.address) and _is_about(site, pointer.address):
                nowhere = told + ["No memory can be read there."]
    return typeless or nowhere


def _objects_on_line(native):
    """The Pointers to objects that the line of a frame names, without NULL and those that it gives a value."""
    line = object_variables.line(native)
    named = [each for each in object_variables.pointers_on_line(native) if each.is_object and each.address >= siginfo.FIRST_PAGE]
    return [each for each in named if not re.search(GIVEN % {"name": re.escape(each.name)}, line)]


def _is_there(site, address):
    return _word(site, address) is not None


def _why_no_type(site, address):
    """A sentence on the type of what is no object, where that is what the fault was about; or None."""
    of_type = _word(site, address + site.python.layout.offset("PyObject", "ob_type"))
    if of_type in (None, DEAD_WORD) or not _is_about(site, of_type):
        return None
    try:
        site.python.readers.types.of(address)
        return None
    except CorruptMemory:
        return "Where its type should be is 0x%x%s." % (of_type, _as_text(of_type))


def _is_about(site, address):
    """Whether the fault is one of following this address: the kernel tells none that the processor does not take."""
    if site.fault.address is not None:
        return 0 <= site.fault.address - address < NEAR
    return site.fault.code == "SIKERNEL" and (address >> 47) not in (0, (1 << 17) - 1)


def _as_text(word):
    text = word.to_bytes(8, "little")
    return ", the text '%s'" % text.decode("ascii") if all(0x20 <= each < 0x7F for each in text) else ""


def _by_registers(site):
    """Evidence where CPython's own code has read a slot of a type, out of the register that it has read from the object in another one."""
    newest = site.frames[0]
    based = BASE.search(site.instruction()) if site.in_cpython(newest) else None
    if not based or int(based.group(1), 16) < SLOTS:
        return None
    of_type = register(newest.frame, based.group(2))
    head = site.python.layout.offset("PyObject", "ob_type")
    for each in newest.frame.architecture().registers("general"):
        address = register(newest.frame, each.name)
        if address % 8 == 0 and address >= siginfo.FIRST_PAGE and _word(site, address + head) == of_type != 0:
            why = _why_no_type(site, address)
            if why:
                return ["%s was at what should be an object at 0x%x." % (place(newest), address), why]
    return None


def _word(site, address):
    try:
        return site.memory.u64(address)
    except CorruptMemory:
        return None
