"""Before CPython 3.12: trace functions that the program's own exceptions may interrupt, such as those that a handler of a signal raises."""

BEHIND_AWAIT = 3  # argument of RESUME
NOP = 9


class Again:
    """CPython ends the tracing of a thread whose trace function raises, and then takes away what the frame has as f_trace: this, with
    whose end the tracing begins again."""

    def __init__(self, tracing, frame):
        self.tracing, self.frame = tracing, frame

    def __del__(self):
        if not (sources or filters or steps) or control[IS_OFF]:
            return
        if sys.gettrace() is None:  # GDB may have been first
            sys.settrace(self.tracing.trace)
        if sys.gettrace() is self.tracing.trace:
            self.frame.f_trace = self.tracing.local


def interruptible(function):
    """A decorator: no signal is handled outside of the function's one try. CPython 3.11 does before it, at a RESUME, unless that is
    one behind an await; 3.8 to 3.10 between the try's end and a return, unless the frame's end is also that of the try."""
    text = bytearray(function.__code__.co_code)
    if MINOR == 11:
        text[body(function.__code__) - 1] = BEHIND_AWAIT
    for at in range(0, len(text) if MINOR < 11 else 0, 2):
        if text[at] == POP_BLOCK:
            text[at] = NOP
    if MINOR < 12:
        function.__code__ = function.__code__.replace(co_code=bytes(text))
    return function
