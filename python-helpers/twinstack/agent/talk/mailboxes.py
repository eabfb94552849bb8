"""A message of the agent, and the room for GDB's answer: a bytearray in the program; see inside/mailbox.py.

CPython: Include/cpython/bytearrayobject.h, PyByteArrayObject.ob_start; it lies 24 bytes behind an object's header, which
has 16 bytes, or 32 in a free-threaded build.
"""

import struct

from ... import session
from ...errors import CorruptMemory
from ...later import ast

MAGIC = b"TWINSTK"
LENGTHS, HEADER = 8, 32  # where they begin, and the message behind them
HEADERS_OF_OBJECTS = (16, 32)
OB_START = 24
_numbers = struct.Struct("<QQQ")  # of the command, of the message, and of the room for a command
MAX_MESSAGE = 1 << 22


class Mailbox:
    """At the address ``start``. ``message``: what the agent tells, a dict. ``size``: how long that is, ``room``: how long a command may be, in bytes."""

    def __init__(self, start, message, size, room):
        self.start, self.message, self._size, self._room = start, message, size, room

    def answer(self, *command):
        """Ask the agent for a command: (name, argument...). Of one that does not fit it learns the length, and comes again (event
        "room"). In one write, as GDB/MI tells of each."""
        text = ascii(command).encode()
        lengths = _numbers.pack(len(text), self._size, self._room)
        there = lengths + text if len(text) <= self._room else lengths
        session.at_breakpoint().memory.write(self.start + LENGTHS, there)


def taken(address, header):
    """The Mailbox of the bytearray object at ``address``; None where it is none, or was taken before."""
    memory = session.at_breakpoint().memory
    try:
        start = memory.u64(address + header + OB_START)
        head = memory.read(start, HEADER)
        _, size, room = _numbers.unpack_from(head, LENGTHS)
        if head[: len(MAGIC) + 1] != MAGIC + b"\0" or size > MAX_MESSAGE:
            return None
        text = memory.read(start + HEADER, size)
    except CorruptMemory:  # the program's own call, with anything
        return None
    memory.write(start + len(MAGIC), b"\1")
    return Mailbox(start, ast.literal_eval(text.decode("ascii")), size, room)


def is_mailbox(start):
    try:
        return session.at_breakpoint().memory.read(start, len(MAGIC)) == MAGIC
    except CorruptMemory:
        return False


def of_unknown_build(address):
    """As ``taken``, before it is known how long the header of an object is."""
    return next(filter(None, (taken(address, header) for header in HEADERS_OF_OBJECTS)), None)
