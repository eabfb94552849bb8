"""What can be watched: memory, and the frame whose return makes it meaningless."""

import json

import gdb

from . import handles, hardware, members, selection
from .errors import UserError

PAGE = 500  # children looked through at a time
MOST_FRAMES = 200  # whose variables on the stack are known as such
RED_ZONE = 128  # bytes below the stack pointer that a function may use (System V ABI for x86-64)
_WORDS = {1: "unsigned char", 2: "unsigned short", 4: "unsigned int", 8: "unsigned long"}


def _word(size):
    return _WORDS.get(size) or "char [%d]" % size


class Data:
    """``size`` bytes at ``address``, which are of ``type`` (its name) and known as ``name``.

    ``thread`` and ``frame``: of memory on a stack, GDB's number of the thread and where its caller's
    part of the stack begins; None for all other memory. As text it is DAP's dataId.
    """

    def __init__(self, name, address, size, type=None, thread=None, frame=None):
        self.name, self.address, self.size, self.type = name, address, size, type
        self.thread, self.frame = thread, frame

    @classmethod
    def of_id(cls, text):
        try:
            return cls(**json.loads(text))
        except (ValueError, TypeError):
            raise UserError("'%s' is no dataId that dataBreakpointInfo gave." % text) from None

    def id(self):
        return json.dumps(vars(self), sort_keys=True)

    def expression(self):
        """The expression of C that GDB watches."""
        element, bracket, length = (self.type or _word(self.size)).partition("[")
        return "*(%s(*)%s) 0x%x" % (element, bracket + length, self.address)

    def check(self):
        """Raise UserError when the processor cannot watch that much."""
        most = hardware.REGISTERS * hardware.WIDTH
        if hardware.words(self.address, self.size) > hardware.REGISTERS:
            raise UserError(
                "'%s' has %d bytes; the processor can watch %d in all. Watch a part of it."
                % (self.name, self.size, most)
            )


def of_value(name, value):
    """The Data of a gdb.Value in a stopped program. Raises UserError when it is in no memory."""
    if value.is_optimized_out:
        raise UserError("'%s' has been optimised out, so there is nothing to watch." % name)
    if value.type.code in (gdb.TYPE_CODE_REF, gdb.TYPE_CODE_RVALUE_REF):
        value = value.referenced_value()
    if value.address is None or value.is_lazy and not value.type.sizeof:
        raise UserError("'%s' is in no memory but in a register, or computed, so it cannot be watched." % name)
    address = int(value.address) & (1 << 64) - 1
    data = Data(name, address, value.type.sizeof, _type_name(value), *_standing(address))
    data.check()
    return data


def of_memory(address, size):
    data = Data("%d bytes at 0x%x" % (size, address), address, size, None, *_standing(address))
    data.check()
    return data


def child(handle, name):
    """The gdb.Value that the container of ``handle`` shows under ``name``. Raises UserError."""
    container, start = handles.kept(handle), 0
    while True:
        rows = container.page(start, PAGE)
        found = next((each for each in rows if isinstance(each, members.Child) and each.name == name), None)
        if found is not None and isinstance(found.value, gdb.Value):
            return found.value
        if found is not None or len(rows) < PAGE:
            raise UserError("There is no memory to watch behind '%s'." % name)
        start += PAGE


def _type_name(value):
    """The name of the value's type where GDB understands it in a cast, else None."""
    name = str(value.type.unqualified())
    try:
        gdb.parse_and_eval("sizeof(%s)" % name)
        return name
    except gdb.error:
        return None


def _standing(address):
    """(thread, frame) when ``address`` is on the stack of the selected thread, else (None, None)."""
    thread = gdb.selected_thread()
    if thread is None:
        raise UserError("Data can be watched only once the program has started.")
    if thread.is_running():
        return None, None
    found = owner(address)
    return (thread.global_num, bottom(found)) if found is not None else (None, None)


def owner(address):
    """The frame of the selected thread in whose part of the stack ``address`` is, or None."""
    frame = gdb.newest_frame()
    if address < _register(frame, "sp") - RED_ZONE:
        return None
    for _ in range(MOST_FRAMES):
        end = bottom(frame)
        if end is None:
            return None
        if address < end:
            return frame
        frame = frame.older()
    return None


def bottom(frame):
    """Where the stack of the caller of ``frame`` begins; None for the oldest frame."""
    older = frame.older()
    return None if older is None else _register(older, "sp")


def of_frame(data):
    """The frame that ``data`` belongs to, selected with its thread; UserError when it has returned."""
    selection.thread(data.thread)
    found = owner(data.address)
    if found is None or bottom(found) != data.frame:
        raise UserError("'%s' is gone: its function has returned." % data.name)
    return found


def _register(frame, name):
    return int(frame.read_register(name)) & (1 << 64) - 1
