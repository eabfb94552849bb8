"""A message of the agent, and the room for GDB's answer: a bytearray in the program; see inside/mailbox.py.

CPython: Include/cpython/bytearrayobject.h, PyByteArrayObject.ob_start; it lies 24 bytes behind an object's header, which
has 16 bytes, or 32 in a free-threaded build.
"""

import struct

from .. import session
from ..errors import CorruptMemory
from ..later import ast

MAGIC = b"TWINSTK"
HEADER = 32
HEADERS_OF_OBJECTS = (16, 32)
OB_START = 24
_numbers = struct.Struct("<QQQ")
MAX_MESSAGE = 1 << 22


class Mailbox:
    """At the address ``start``. ``message``: what the agent tells, a dict."""

    def __init__(self, start, message, room):
        self.start, self.message, self._room = start, message, room

    def answer(self, *command):
        """Ask the agent for a command: (name, argument...). Of one that does not fit it learns the length, and comes again (event
        "room")."""
        text = ascii(command).encode()
        memory = session.at_breakpoint().memory
        if len(text) <= self._room:
            memory.write(self.start + HEADER, text)
        memory.write(self.start + len(MAGIC) + 1, struct.pack("<Q", len(text)))


def taken(address, header):
    """The Mailbox of the bytearray object at ``address``; None where it is none, or was taken before."""
    memory = session.at_breakpoint().memory
    try:
        start = memory.u64(address + header + OB_START)
        head = memory.read(start, HEADER)
        _, size, room = _numbers.unpack_from(head, len(MAGIC) + 1)
        if head[: len(MAGIC) + 1] != MAGIC + b"\0" or size > MAX_MESSAGE:
            return None
        text = memory.read(start + HEADER, size)
    except CorruptMemory:  # the program's own call, with anything
        return None
    memory.write(start + len(MAGIC), b"\1")
    return Mailbox(start, ast.literal_eval(text.decode("ascii")), room)


def is_mailbox(start):
    try:
        return session.at_breakpoint().memory.read(start, len(MAGIC)) == MAGIC
    except CorruptMemory:
        return False


def pointer(address):
    return session.at_breakpoint().memory.u64(address)


def of_unknown_build(address):
    """As ``taken``, before it is known how long the header of an object is."""
    return next(filter(None, (taken(address, header) for header in HEADERS_OF_OBJECTS)), None)
