"""Native frames of the selected thread, newest first, unwound only as far as they are asked for."""

import gdb

from ..cython import functions, true_lines
from ..files import newer_sources
from ..inferior import arch
from ..inferior.thread_registers import register

HANDLER = "<signal handler called>"  # GDB's name for the frame that the kernel makes
GLUE = "/pybind11/"
EXTENSIONS = "/lib-dynload/"
MAX_FRAMES = 1000000
UNKNOWN_SIZE = 1 << 16  # taken for the oldest frame, whose end is not known


class NativeFrame:
    """One frame as GDB unwinds it; ``level`` is GDB's, 0 for the newest; ``arch``: its
    arch.Architecture."""

    __slots__ = ("level", "frame", "arch", "pc", "is_inline", "_older", "_sp")

    def __init__(self, level, frame, architecture):
        self.level, self.frame, self.arch = level, frame, architecture
        self.pc, self.is_inline = frame.pc(), frame.type() == gdb.INLINE_FRAME
        self._older = self._sp = None

    @property
    def older(self):
        """The caller's NativeFrame; None where unwinding ends, for whatever reason."""
        if self._older is None:
            try:
                frame = self.frame.older()
            except gdb.error:  # the stack is corrupt from here
                frame = None
            self._older = NativeFrame(self.level + 1, frame, self.arch) if frame else False
        return self._older or None

    @property
    def sp(self):
        """The stack pointer: the lowest address of the frame."""
        if self._sp is None:
            self._sp = register(self.frame, self.arch.stack_pointer)
        return self._sp

    @property
    def cfa(self):
        """The first address above the frame: the caller's stack pointer."""
        older = self.older
        return older.sp if older and older.sp else self.sp + UNKNOWN_SIZE


def native_frames(code=None):
    """Generates the NativeFrames of the selected thread.

    They end before an older one that is in no ``code`` (mappings.ExecutableMemory): GDB has lost its way, as
    in functions that CPython 3.14's JIT made, of which nothing tells how to unwind them. The newest
    may be anywhere: a program may have jumped there.
    """
    newest = gdb.newest_frame()
    frame = NativeFrame(0, newest, arch.of(newest))
    while frame is not None and frame.level < MAX_FRAMES:
        yield frame
        frame = frame.older
        if frame is not None and code is not None and not code.has(frame.pc):
            return


def describe(native, images, own):
    """FRAME of a native frame. ``own``: path of the object file of CPython's own code; None: as GDB has it, under the function's name in C."""
    frame, pc = native.frame, native.pc
    if frame.type() == gdb.SIGTRAMP_FRAME:
        return {"kind": "native", "level": native.level, "name": HANDLER, "pc": hex(pc), "file": None, "line": None, "library": None, "subtle": True}
    library = images.path(pc)
    described = {"kind": "native", "level": native.level, "name": frame.name(), "pc": hex(pc)}
    described.update(source(frame))
    described.update(library=library, subtle=is_cpythons(library, own) or is_glue(described["file"]))
    if native.is_inline:
        described["inline"] = True
    if own is not None:
        described.update(functions.shown(frame))
    return described


def is_cpythons(library, own):
    """Whether an object file is CPython's own or an extension module of the standard library."""
    return library is not None and (library == own or EXTENSIONS in library)


def is_glue(file):
    """Whether code is of pybind11's headers, which stand between CPython and the functions of an extension."""
    return GLUE in (file or "")


def source(frame):
    line = frame.find_sal()
    if line is None or line.symtab is None:
        return {"file": None, "line": None}
    newer_sources.look(line.symtab)
    return {"file": line.symtab.fullname(), "line": true_lines.of_frame(frame, line)}
