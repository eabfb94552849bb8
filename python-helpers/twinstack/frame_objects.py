"""The frames of objects that have one: generators, frame objects, tracebacks."""

FINISHED = "FRAME_CLEARED"
RESUME = 151  # opcode in CPython 3.11 and 3.12, whose generators do not tell that they await
AFTER_DELEGATION = (2, 3)  # oparg of RESUME after "yield from" and after "await"
MAX_OPERANDS = 2  # looked at for what is awaited; the second one under an index (3.15)


class ObjectFrames:
    """Reads them by one version's layout; frames are frames.PythonFrames."""

    def __init__(self, readers, links, scopes):
        self._readers, self._memory, self._links = readers, readers.memory, links
        self._layout, self.locals = readers.layout, scopes.locals
        names = self._layout.constants.items()
        self._states = {value: name for name, value in names if name.startswith("FRAME_") and "OWNED" not in name}

    def of_generator(self, generator):
        """The PythonFrame of one that has not finished."""
        return self._links.frame(self._links.at(self._address(generator)))

    def of_object(self, frame_object):
        """The PythonFrame of a frame object."""
        if self._layout.has("PyFrameObject", "f_frame"):
            frame_object = self._word(frame_object, "PyFrameObject", "f_frame")
        return self._links.frame(self._links.at(frame_object))

    def generator_state(self, generator):
        """A name of CPython's enum _framestate."""
        if self._layout.has("PyGenObject", "gi_frame_state"):
            return self._states.get(self._signed(generator, "PyGenObject", "gi_frame_state"), FINISHED)
        frame = self._address(generator)
        if not frame:
            return FINISHED
        if self._layout.has("PyFrameObject", "f_state"):
            return self._states.get(self._signed(frame, "PyFrameObject", "f_state"), FINISHED)
        if self._signed(generator, "PyGenObject", "gi_running"):
            return "FRAME_EXECUTING"
        started = self._signed(frame, "PyFrameObject", "f_lasti") >= 0
        return "FRAME_SUSPENDED" if started else "FRAME_CREATED"

    def awaited(self, generator):
        """Address of what it awaits or yields from; 0 for nothing."""
        state = self.generator_state(generator)
        if not state.startswith("FRAME_SUSPENDED") or not self._delegates(generator, state):
            return 0
        return self._operand(self._address(generator))

    def traceback_line(self, traceback, frame):
        """Of the entry of a traceback; CPython 3.11 and later computes it when it is asked for."""
        line = self._signed(traceback, "PyTracebackObject", "tb_lineno")
        if line > 0:
            return line
        at = self._signed(traceback, "PyTracebackObject", "tb_lasti")
        return frame.code.position(at).line or frame.code.first_line

    def _address(self, generator):
        """Of the frame that ``links`` reads; 0 for a finished one before CPython 3.11."""
        if self._layout.has("PyGenObject", "gi_iframe"):
            return generator + self._layout.offset("PyGenObject", "gi_iframe")
        return self._word(generator, "PyGenObject", "gi_frame")

    def _delegates(self, generator, state):
        if "FRAME_SUSPENDED_YIELD_FROM" in self._layout.constants:
            return state != "FRAME_SUSPENDED"
        following = self._links.at(self._address(generator)).instruction + 2
        opcode, argument = self._memory.read(following, 2)
        return opcode == RESUME and argument in AFTER_DELEGATION

    def _operand(self, frame):
        """What is on top of the frame's stack; tagged integers and nulls (3.14 on) are no object."""
        for word in reversed(self._operands(frame)):
            if word & 3 != 3 and word & ~3:
                return word & ~3
        return 0

    def _operands(self, frame):
        struct = "_PyInterpreterFrame"
        if self._layout.has(struct, "stackpointer"):
            top = self._word(frame, struct, "stackpointer")
        else:
            first = frame + self._layout.offset(struct, "localsplus")
            top = first + 8 * self._signed(frame, struct, "stacktop")
        return self._memory.pointers(top - 8 * MAX_OPERANDS, MAX_OPERANDS)

    def _word(self, address, struct, name):
        return self._memory.u64(address + self._layout.offset(struct, name))

    def _signed(self, address, struct, name):
        offset, size = self._layout.member(struct, name)[:2]
        return int.from_bytes(self._memory.read(address + offset, size), "little", signed=True)
