"""What can be watched: memory, and the frame whose return makes it meaningless."""

import json
from collections import namedtuple

import gdb

from .. import handles, selection, time_limit
from ..errors import UserError
from ..inferior import thread_registers
from ..later import re
from ..native import members
from ..native.type_codes import REFERENCES
from ..said import said
from . import bit_fields, hardware

PAGE = 500  # children looked through at a time
MOST_CHILDREN = 10000  # of those that have no numbers
MOST_FRAMES = 200  # whose variables on the stack are known as such
RED_ZONE = 128  # bytes below the stack pointer that a function may use (System V ABI for x86-64)
_INDEX = re.compile(r"\[(-?\d+)\]")
_FRAME_AT = re.compile(r"Stack (?:level \d+, )?frame at (0x[0-9a-f]+):")
_ADDRESSES = (gdb.TYPE_CODE_PTR, gdb.TYPE_CODE_INT, gdb.TYPE_CODE_FUNC)
_WORDS = {1: "unsigned char", 2: "unsigned short", 4: "unsigned int", 8: "unsigned long"}


def _word(size):
    return _WORDS.get(size) or "char [%d]" % size


class Data:
    """``size`` bytes at ``address``, which are of ``type`` (its name) and known as ``name``.

    ``thread`` and ``frame``: of memory on a stack, GDB's number of the thread and where its caller's
    part of the stack begins; None for all other memory. ``process``: whose memory it is; None where
    the program's next process has it, too. As text it is DAP's dataId.
    """

    def __init__(self, name, address, size, type=None, thread=None, frame=None, process=None):
        self.name, self.address, self.size, self.type = name, address, size, type
        self.thread, self.frame, self.process = thread, frame, process

    def id(self):
        return json.dumps(vars(self), sort_keys=True)

    def require_process(self):
        """Raise UserError where it is the memory of another process than the present one."""
        if self.process is not None and self.process != gdb.selected_inferior().pid:
            raise UserError("'%s' was memory of a process that has ended; set it anew." % self.name)

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


def identity(text):
    """A dataId as a dict. Raises UserError for what is none."""
    try:
        found = json.loads(text)
    except ValueError:
        found = None
    if not isinstance(found, dict) or "name" not in found:
        raise UserError("'%s' is no dataId that dataBreakpointInfo gave." % text)
    return found


def of_expression(expression, name, size=None):
    """The Data of an expression in the selected frame of a stopped program. Raises UserError."""
    value = gdb.parse_and_eval(expression)
    if bit_fields.is_one(expression):
        raise _bit_field(name)
    return _of_value(name, value, size)


def of_child(handle, name, size=None):
    """The Data of what the container of ``handle`` shows under ``name``. Raises UserError."""
    container = handles.kept(handle)
    found = _child(container, name)
    if found is None or not isinstance(found.value, gdb.Value):
        raise UserError("There is no memory to watch behind '%s'." % name)
    if isinstance(container, members.Fields) and bit_fields.is_in(container.value.type, name):
        raise _bit_field(name)
    return _of_value(name, found.value, size)


def _bit_field(name):
    return UserError(
        "'%s' is a bit-field: the processor cannot watch its bits alone. Watch what it is in." % name
    )


def _of_value(name, value, size):
    """Raises UserError when it is in no memory."""
    if value.is_optimized_out:
        raise UserError("'%s' has been optimised out, so there is nothing to watch." % name)
    if value.type.code in REFERENCES:
        value = value.referenced_value()
    if value.address is None or value.is_lazy and not value.type.sizeof:
        raise UserError("'%s' is in no memory but in a register, or computed, so it cannot be watched." % name)
    address = int(value.address) & (1 << 64) - 1
    data = Data(name, address, size or value.type.sizeof, str(value.type.unqualified()), *_whose(address))
    if size or not _is_read(data):
        data.type = None
    data.check()
    return data


def of_memory(expression, size):
    """The Data of ``size`` bytes at the address that an expression is."""
    value = gdb.parse_and_eval(expression)
    if value.type.strip_typedefs().code not in _ADDRESSES:
        raise UserError("'%s' is no address: give a pointer or a number." % expression)
    address = int(value) & (1 << 64) - 1
    data = Data("%d bytes at 0x%x" % (size, address), address, size, None, *_whose(address))
    data.check()
    return data


def _child(container, name):
    """The members.Child of that name, or None; UserError when it is not among the first."""
    if not hasattr(container, "page"):
        return None
    number = _INDEX.fullmatch(name)
    if number is not None and hasattr(container, "position_of"):
        return _named(container.page(container.position_of(int(number.group(1))), 1), name)
    try:
        return time_limit.of_page(lambda: _searched(container, name))
    except time_limit.TookTooLong:
        raise UserError("'%s' was not found in time; watch its address." % name) from None


def _searched(container, name):
    for start in range(0, MOST_CHILDREN, PAGE):
        rows = container.page(start, PAGE)
        found = _named(rows, name)
        if found is not None or len(rows) < PAGE:
            return found
    raise UserError(
        "'%s' is not among the first %d children, in which it was looked for; watch its address." % (name, MOST_CHILDREN)
    )


def _named(rows, name):
    return next((each for each in rows if isinstance(each, members.Child) and each.name == name), None)


def _is_read(data):
    """Whether GDB understands the name of the type in the expression that it is to watch."""
    try:
        return gdb.parse_and_eval(data.expression()).type.sizeof == data.size
    except gdb.error:
        return False


def _whose(address):
    """The thread, frame and process of a Data at ``address``, which the selected thread sees."""
    thread = gdb.selected_thread()
    if thread is None:
        raise UserError("Data can be watched only once the program has started.")
    found = None if thread.is_running() else owner(address)
    standing = (thread.global_num, found.bottom) if found is not None else (None, None)
    return standing + (None if _is_static(address) else gdb.selected_inferior().pid,)


def _is_static(address):
    """Whether it is memory of a file that the next process has at the same address."""
    return gdb.parameter("disable-randomization") and " in section " in said("info symbol 0x%x" % address)


def owner(address):
    """The Owner in whose part of the selected thread's stack ``address`` is, or None."""
    frame = gdb.newest_frame()
    if address < stack_pointer(frame) - RED_ZONE:
        return None
    for level in range(MOST_FRAMES):
        end = _bottom(frame, level)
        if end is None or address < end:
            return Owner(frame, end) if end is not None else None
        frame = frame.older()
        if frame is None:
            return None


Owner = namedtuple("Owner", "frame bottom")  # a gdb.Frame and where the stack of its caller begins


def _bottom(frame, level):
    """The address at which a frame's part of the stack ends: its caller's stack pointer. Of the oldest frame GDB tells it in words alone; None where it does not."""
    older = frame.older()
    if older is not None:
        return stack_pointer(older)
    found = _FRAME_AT.match(said("info frame level %d" % level))
    return found and int(found.group(1), 16)


def of_frame(data):
    """The frame that ``data`` belongs to, selected with its thread; UserError when it has returned."""
    selection.thread(data.thread)
    found = owner(data.address)
    if found is None or found.bottom != data.frame:
        raise UserError("'%s' is gone: its function has returned." % data.name)
    return found.frame


def is_left(data, function):
    """Whether the selected thread stands elsewhere on its stack than in ``function``, or in what that
    has called: an exception or longjmp() goes by where it would return. False where it is not known."""
    if gdb.selected_thread().global_num != data.thread:
        return False
    if data.address < stack_pointer(gdb.newest_frame()) - RED_ZONE:
        return True
    found = owner(data.address)
    return found is not None and (found.bottom, found.frame.name()) != (data.frame, function)


def stack_pointer(frame):
    return thread_registers.register(frame, "sp")
