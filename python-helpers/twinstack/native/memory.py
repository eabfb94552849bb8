"""The program's memory as bytes, for a client that shows or changes them: the operations."""

import base64
import binascii

import gdb

from .. import session
from ..commands import operation
from ..errors import UserError
from ..inferior.memory import LARGEST


@operation("read-memory")
def read_memory(address, count):
    """{"data": base64 of the bytes at ``address``, ``count`` or as many as there are before the
    first that cannot be read}."""
    found = session.debuggee().memory.readable(int(address, 0), count)
    return {"data": base64.b64encode(found).decode("ascii")}


@operation("write-memory")
def write_memory(address, data, partial=False):
    """{"written": how many of the bytes, which are in base64}. Where some are in no memory nothing
    is written, or with ``partial`` those before them."""
    memory, start, wanted = session.debuggee().memory, int(address, 0), decoded(data)
    there = len(memory.readable(start, len(wanted)))
    if there < len(wanted) and not (partial and there):
        raise UserError(
            "Nothing was written: of the %d bytes at 0x%x, %s in the program's memory."
            % (len(wanted), start, "only the first %d are" % there if there else "none is")
        )
    try:
        memory.write(start, wanted[:there])
    except gdb.error as error:
        raise UserError("The memory at 0x%x cannot be written: %s." % (start, str(error).rstrip(".")))
    return {"written": there}


def decoded(data):
    try:
        wanted = base64.b64decode(data, validate=True)
    except (binascii.Error, ValueError):
        raise UserError("What is to be written is not in base64, as DAP's writeMemory demands.")
    if not 0 < len(wanted) <= LARGEST:
        raise UserError("From 1 to %d bytes can be written at once, not %d." % (LARGEST, len(wanted)))
    return wanted
