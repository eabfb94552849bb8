"""The C++ exception that nobody has caught, for which the C++ runtime ends the program: std::terminate(), which aborts.

The functions that throw keep the address of the exception's _Unwind_Exception in a callee-saved register
(libstdc++'s eh_throw.cc, eh_call.cc; libgcc's unwind.inc), where GDB's unwinder finds it without symbols or debug
information; what is there says itself whether it is one.
"""

from ..errors import CorruptMemory
from ..inferior import arch
from ..inferior.thread_registers import register
from ..stack.unwind import native_frames
from . import cpp_exceptions

THROWING = ("__cxa_throw", "__cxa_rethrow", "__cxa_call_terminate", "_Unwind_RaiseException")
MOST_FRAMES = 30  # from abort() to __cxa_throw there are some ten


def thrown(memory):
    """The cpp_exceptions.Thrown of the selected thread, which has stopped in abort(); or None."""
    for native, _ in zip(native_frames(), range(MOST_FRAMES)):
        if native.frame.name() in THROWING:
            return _of_frame(memory, native.frame)
    return None


def _of_frame(memory, frame):
    for name in arch.of(frame).callee_saved:
        try:
            found = cpp_exceptions.by_header(memory, register(frame, name))
        except CorruptMemory:
            continue
        if found is not None:
            return found
    return None
