"""An object was used after it was freed: its reference count is zero, or its memory is what an allocator leaves behind."""

from ...errors import CorruptMemory
from ...inferior.thread_registers import register
from ...native import object_variables
from ...objects.memory_facts import MemoryFacts
from ..crash_sites import place
from .cause import Cause

RULE = "freed-object"
NEWEST = 10  # frames whose lines may name the object
DEAD_BYTE = 0xDD  # CPython: Objects/obmalloc.c, PYMEM_DEADBYTE
DEAD_WORD = 0xDDDDDDDDDDDDDDDD
NEAR = 1 << 12  # bytes from the pattern: of a member of what it would point to
POOL = 1 << 14  # CPython: Include/internal/pycore_obmalloc.h; 4 KB before 3.10
DEALLOCATING = ("_dealloc", "_Py_Dealloc", "_finalize", "_clear")


def found(site):
    if site.python is None or site.fault is None:
        return None
    told = _by_variables(site) or _by_registers(site)
    return told and Cause(RULE, "An object was used after it was freed.", told)


def _by_variables(site):
    for native in site.frames[:NEWEST]:
        for pointer in object_variables.pointers_on_line(native):
            why = pointer.is_object and pointer.address and _why_dead(site, pointer.address)
            if why:
                return ["%s in %s is the object at 0x%x." % (pointer.name, place(native), pointer.address), why]
    return None


def _why_dead(site, address):
    """A sentence on the memory of a freed object; None for one that may be alive."""
    head = site.python.layout.offset("PyObject", "ob_type")
    try:
        first, of_type = site.memory.u64(address), site.memory.u64(address + head)
        if of_type == DEAD_WORD:
            return "Its memory is filled with 0x%X, as CPython's debug allocator leaves what was freed." % DEAD_BYTE
        site.python.readers.types.of(address)
        if any(site.named(part, NEWEST) for part in DEALLOCATING):
            return None
        if first % 16 == 0 and first != address and first // POOL == address // POOL:
            return "Where its reference count should be is 0x%x, the allocator's link to the next free block." % first
        return "Its reference count is 0." if MemoryFacts(site.python).is_unreferenced(address) else None
    except CorruptMemory:
        return None


def _by_registers(site):
    """Evidence in the registers of the instruction that failed, where there is no debug information."""
    if not site.is_signal("SIGSEGV", "SIGBUS") or not site.frames:
        return None
    frame = site.frames[0].frame
    for each in frame.architecture().registers("general"):
        if abs(register(frame, each.name) - DEAD_WORD) < NEAR:
            return [
                "The register %s holds 0x%x in %s." % (each.name, register(frame, each.name), place(site.frames[0])),
                "CPython's debug allocator fills with 0x%X what was freed." % DEAD_BYTE,
            ]
    return None
