"""A function was called through a pointer that is NULL."""

from .. import siginfo
from ..crash_sites import place
from .cause import Cause

RULE = "null-function"


def found(site):
    address = site.fault.address if site.is_signal("SIGSEGV") else None
    if address is None or address >= siginfo.FIRST_PAGE or len(site.frames) < 2 or site.frames[0].pc != address:
        return None
    told = "The program counter is 0x%x, where no code is; %s had called what should be there." % (address, place(site.frames[1]))
    return Cause(RULE, "A function was called through a pointer that is NULL.", [told])
