"""The C library has found its heap damaged, and aborted."""

from .. import siginfo
from ...later import re
from ..crash_sites import place
from .cause import Cause

RULE = "heap-corruption"
# glibc: malloc/malloc.c, what malloc_printerr is called with
MESSAGE = re.compile(
    r"(malloc|calloc|realloc|free|munmap_chunk|mremap_chunk|malloc_consolidate|sysmalloc|unlink_chunk|tcache_thread_shutdown)"
    r"(\(\)| ?: )|double free or corruption|corrupted (size|double-linked list)|invalid fastbin|break adjusted to free"
)
TWICE = re.compile(r"double free")
NEWEST = 30


def found(site):
    message = siginfo.abort_message() if site.is_signal("SIGABRT") else None
    if message is None or not MESSAGE.search(message):
        return None
    told = ["The C library said: %s." % message.rstrip(".")]
    caller = next((each for each in site.frames[:NEWEST] if not site.in_libc(each)), None)
    if caller is not None:
        told.append("It was called by %s; the damage may have been done earlier, elsewhere." % place(caller))
    if TWICE.search(message):
        return Cause(RULE, "Memory of the heap was freed twice, or its records were overwritten.", told)
    return Cause(RULE, "The records of the heap were overwritten, or a pointer was freed that is none of it.", told)
