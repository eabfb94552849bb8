"""Memory of our own in the program: for code, for what calls by hand save, and for texts."""

from collections import namedtuple

import gdb

from ... import session
from ...errors import CorruptMemory, UserError
from ...inferior.symbols import symbol
from . import gdb_calls, hand_calls

# Addresses: where the processor's XSAVE writes, for a call and one within it; the code of calls by hand (0 where there are none), the text of a
# pending call, and other texts.
Memory = namedtuple("Memory", "saved code pending text")

SIZE = 1 << 18
SAVED, PENDING, TEXT = (0, 0x6000), 0xD000, 0xE000  # offsets
FILTER = 0x800  # in the page of code, behind what hand_calls may put there
PAGE = 1 << 12
READ_WRITE, READ_EXECUTE, PRIVATE, NO_FILE = 3, 5, 0x22, (1 << 64) - 1

_made = {}  # process -> Memory


def _forget(event):
    _made.clear()


def _new_files(event):
    """Another program that the process runs (exec) does not have it."""
    pid = gdb.selected_inferior().pid
    if pid in _made and not _is_there(_made[pid]):
        del _made[pid]


def _is_there(made):
    address, expected = (made.code, hand_calls.CODE[: hand_calls.BEHIND]) if made.code else (made.text, b"")
    try:
        return session.at_breakpoint().memory.read(address, max(1, len(expected))).startswith(expected)
    except CorruptMemory:
        return False


def is_made():
    """Whether the selected process has such memory."""
    return gdb.selected_inferior().pid in _made


gdb.events.exited.connect(_forget)
gdb.events.clear_objfiles.connect(_new_files)


def made():
    """A generator (errands): the Memory, mapped once."""
    process = gdb.selected_inferior()
    if not is_made():
        data = yield from _mapped(SIZE, READ_WRITE)
        code = 0
        if hand_calls.are_possible():
            code = yield from _mapped(PAGE, READ_EXECUTE)
            session.debuggee().memory.write(code, hand_calls.CODE)
        saved = [data + offset for offset in SAVED]
        _made[process.pid] = Memory(saved, code, data + PENDING, data + TEXT)
    return _made[process.pid]


def filter_code():
    """Where in the selected process code of trace events may be (event_filter); 0 where there is no room for any."""
    memory = _made.get(gdb.selected_inferior().pid)
    return memory.code + FILTER if memory and memory.code else 0


def _mapped(size, access):
    function, arguments = symbol("mmap"), (0, size, access, PRIVATE, NO_FILE, 0)
    if hand_calls.are_possible():
        found = yield from hand_calls.call(function, arguments, None, False)
    else:
        found = gdb_calls.call(function, arguments)
    if found >= NO_FILE - PAGE:
        raise UserError("The program cannot be given memory for Python breakpoints: mmap failed.")
    return found


def text(value):
    """A generator (errands): the address of a C string, valid until the next is asked for."""
    memory, encoded = (yield from made()), value.encode() + b"\0"
    if len(encoded) > SIZE - TEXT:
        raise UserError("The program cannot be given a text of %d bytes." % len(encoded))
    session.debuggee().memory.write(memory.text, encoded)
    return memory.text


def let_go():
    """The program goes on without GDB: calls of functions in its memory that have not come back yet do so by themselves."""
    memory = _made.pop(gdb.selected_inferior().pid, None)
    if memory and memory.code:
        hand_calls.let_go(memory.code)
