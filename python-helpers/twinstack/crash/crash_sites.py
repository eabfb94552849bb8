"""The place at which a program died: one thread, its signal, its native frames, what CPython knows of it."""

import itertools

import gdb

from .. import selection, session
from ..errors import CorruptMemory, NoPython
from ..stack.unwind import native_frames
from . import siginfo, signal_frames

MOST_FRAMES = 200
MOST_OF_HANDLER = 30  # frames of a signal handler that may stand above the place
ABORT = ("abort", "__GI_abort")
LIBC = ("libc.so", "libc-", "libpthread", "ld-linux", "ld-2", "libm.so", "libm-", "linux-vdso")


class CrashSite:
    """``thread``: the gdb.InferiorThread, which is selected; ``fault``: its siginfo.Fault or None; ``frames``: at most
    MOST_FRAMES unwind.NativeFrames, newest first, without those of a signal handler that only passes on what it was
    called for (faulthandler's), of which ``resent`` tells; ``python``: the runtime.Runtime or None; ``states``: the thread's
    PyThreadStates, None where they cannot be read; ``memory``."""

    def __init__(self, thread):
        debuggee = session.debuggee()
        self.thread, self.memory, self._images = selection.thread(thread), debuggee.memory, debuggee.images
        self.fault = siginfo.of_selected()
        self.frames = list(itertools.islice(native_frames(debuggee.code), MOST_FRAMES))
        self._leave_handler()
        try:
            self.python = session.python()
            self.states = self.python.thread_states_of(self.thread)
        except NoPython:
            self.python, self.states = None, None
        except CorruptMemory:
            self.states = None

    def _leave_handler(self):
        """Where the newest frames are of a signal handler that has sent a signal, the place is behind it: it was called for a fault, or has sent its own
        signal again. A handler of any other signal that calls abort() is the place itself, as is one in which the kernel sent the signal."""
        kinds = [native.frame.type() for native in self.frames[:MOST_OF_HANDLER]]
        self.resent = gdb.SIGTRAMP_FRAME in kinds and (self.fault is None or self.fault.sender is not None)
        if not self.resent:
            return
        index = kinds.index(gdb.SIGTRAMP_FRAME)
        called_for = self.fault and signal_frames.fault(self.memory, self.frames[index], self.fault.name)
        self.resent = called_for is not None or all(native.frame.name() not in ABORT for native in self.frames[:index])
        if self.resent:
            self.fault = called_for or self.fault
            del self.frames[: index + 1]

    def is_signal(self, *names):
        return self.fault is not None and self.fault.name in names

    def in_cpython(self, native):
        return self.python is not None and self._images.path(native.pc) == self.python.image

    def in_libc(self, native):
        file = (self._images.path(native.pc) or "").rpartition("/")[2]
        return file.startswith(LIBC)

    def is_at_instruction(self):
        """Whether it was an instruction of which the program died: not a signal that was sent, nor a jump to where there is none."""
        if not self.frames or self.fault is None:
            return False
        is_jump = self.frames[0].pc == self.fault.address and not self.is_signal("SIGILL", "SIGFPE")
        return (self.fault.sender is None or self.resent) and not is_jump

    def instruction(self):
        """The one at which the program died, as GDB writes it; raises gdb.error where there is none in memory."""
        newest = self.frames[0]
        return " ".join(newest.frame.architecture().disassemble(newest.pc)[0]["asm"].split())

    def named(self, part, count):
        """The first of the newest ``count`` frames in whose name a text is; or None."""
        return next((each for each in self.frames[:count] if part in (each.frame.name() or "")), None)


def place(native):
    """What a sentence says of a frame: "total (pricing.c:37)"."""
    line = native.frame.find_sal()
    name = native.frame.name() or "the code at 0x%x" % native.pc
    if line is None or line.symtab is None:
        return name
    return "%s (%s:%d)" % (name, line.symtab.filename.rpartition("/")[2], line.line)
