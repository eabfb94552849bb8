"""PyObject pointers in p, bt, info locals, info args as their Python values: a pretty-printer.

Only pointers have one: the object itself, as in ``p *(PyLongObject *)x``, is the C struct. A
pointer to a type tells its address too, as that is what the C code compares.
"""

import gdb
import gdb.printing

from .. import session
from ..errors import CorruptMemory, UserError
from ..native.python_pointers import is_python_pointer
from ..objects import by_address
from . import remote
from .command import encodable

TYPE, FRAME = "_typeobject", "_PyInterpreterFrame"


class Lookup(gdb.printing.PrettyPrinter):
    """GDB asks it for each value that it prints."""

    def __init__(self):
        super().__init__("twinstack")
        self._tags = {}

    def register(self):
        """Before all others that are not bound to an object file; GDB asks those of files first."""
        gdb.printing.register_pretty_printer(None, self, replace=True)

    def watch(self):
        """Connect to GDB's events, once."""
        gdb.events.new_objfile.connect(self._forget)

    def __call__(self, value):
        """The printer of a pointer to a Python object; None for all other values."""
        kind = value.type.strip_typedefs()
        if kind.code != gdb.TYPE_CODE_PTR:
            return None
        write = self._writer(kind)
        return self._printer(write, value) if write else None

    def _writer(self, kind):
        """How pointers of this type are shown, or None; looked at once for each struct."""
        target = kind.target().strip_typedefs()
        if target.code != gdb.TYPE_CODE_STRUCT:
            return None
        key = target.tag, target.sizeof
        if key not in self._tags:
            is_object = is_python_pointer(kind)
            self._tags[key] = WRITERS.get(target.tag, as_object if is_object else None)
        return self._tags[key]

    def _printer(self, write, value):
        """None where it cannot be told: GDB shows the pointer itself then."""
        try:
            return Printer(write(session.python(), int(value)))
        except (gdb.error, CorruptMemory, UserError):
            return None

    def _forget(self, event):
        self._tags.clear()


class Printer:
    def __init__(self, text):
        self._text = text

    def to_string(self):
        return encodable(self._text, gdb.target_charset())


def as_object(python, address):
    if address and not by_address.is_object(address):
        return "<not a Python object at remote 0x%x>" % address
    return remote.text(python, address)


def as_type(python, address):
    shown = python.readers.text(address) if address else ""
    return ("0x%x %s" % (address, shown)).rstrip()


def as_frame(python, address):
    """CorruptMemory where no frame lies that has started."""
    frame = python.stacks.at(address)
    if frame is None:
        raise CorruptMemory(address, "no frame that has started")
    return remote.frame_text(python, frame)


WRITERS = {TYPE: as_type, FRAME: as_frame}
PRINTER = Lookup()
