"""The frames of objects that have one: generators, frame objects, tracebacks."""

from ..errors import CorruptMemory
from . import stackrefs

FINISHED = "FRAME_CLEARED"
# The next instruction of a generator that awaits, where its state does not tell that: YIELD_FROM up
# to CPython 3.10. In 3.11 and 3.12 one of several RESUMEs follows every yield, with this argument
# after "yield from" and "await".
YIELD_FROM = 72
AFTER_DELEGATION = (2, 3)
MAX_OPERANDS = 2  # looked at for what is awaited; the second one under an index (3.15)


def is_state(constant):
    """Is it one of CPython's enum _framestate?"""
    return constant.startswith("FRAME_") and not constant.startswith("FRAME_OWNED")


class ObjectFrames:
    """Reads them by one version's layout; frames are frames.PythonFrames."""

    def __init__(self, readers, stacks, scopes, codes):
        self.code_at = codes.at
        self._target = stackrefs.of(readers.layout).target
        self._memory, self._stacks = readers.memory, stacks
        self._layout, self.locals = readers.layout, scopes.locals
        self._has_frame_object = self._layout.has("PyGenObject", "gi_frame")
        names = self._layout.constants.items()
        self._states = {value: name for name, value in names if is_state(name)}

    def of_generator(self, generator):
        """The PythonFrame of one that has not finished. Raises CorruptMemory where there is none."""
        return existing(self._stacks.at(self._address(generator)), generator)

    def of_object(self, frame_object):
        """The PythonFrame of a frame object. Raises CorruptMemory where there is none."""
        return existing(self._stacks.of_object(frame_object), frame_object)

    def standing(self, generator):
        """The PythonFrame of one that has not finished; None for one that has."""
        return None if self.generator_state(generator) == FINISHED else self.of_generator(generator)

    def code_of_generator(self, generator):
        """The codes.Code of one, also when it has finished."""
        if self._layout.has("PyGenObject", "gi_code"):
            return self.code_at(self._word(generator, "PyGenObject", "gi_code"))
        frame = self._address(generator)
        return self.code_at(self._target(self._word(frame, "_PyInterpreterFrame", "f_executable", "f_code")))

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

    def of_traceback(self, traceback):
        """(PythonFrame, line) of the entry of a traceback: the frame may have moved on since. CPython
        3.11 on computes the line when it is asked for."""
        frame = self.of_object(self._word(traceback, "PyTracebackObject", "tb_frame"))
        line = self._signed(traceback, "PyTracebackObject", "tb_lineno")
        if line <= 0:
            at = self._signed(traceback, "PyTracebackObject", "tb_lasti")
            line = frame.code.position(at).line or frame.code.first_line
        return frame, line

    def _address(self, generator):
        """Of the frame that ``links`` reads; 0 for a finished one before CPython 3.11."""
        if self._has_frame_object:
            return self._word(generator, "PyGenObject", "gi_frame")
        return generator + self._layout.offset("PyGenObject", "gi_iframe")

    def _delegates(self, generator, state):
        if "FRAME_SUSPENDED_YIELD_FROM" in self._layout.constants:
            return state != "FRAME_SUSPENDED"
        frame = self.of_generator(generator)
        following = self._first_instruction(frame.code) + frame.offset + 2
        opcode, argument = self._memory.read(following, 2)
        return opcode == YIELD_FROM if self._has_frame_object else argument in AFTER_DELEGATION

    def _first_instruction(self, code):
        if not self._has_frame_object:
            return code.start
        instructions = self._word(code.address, "PyCodeObject", "co_code")
        return instructions + self._layout.offset("PyBytesObject", "ob_sval")

    def _operand(self, frame):
        """What is on top of the frame's stack; tagged integers and nulls (3.14 on) are no object."""
        for word in reversed(self._operands(frame)):
            if word & 3 != 3 and word & ~3:
                return word & ~3
        return 0

    def _operands(self, frame):
        top = self._top_of_object(frame) if self._has_frame_object else self._top(frame)
        return self._memory.pointers(top - 8 * MAX_OPERANDS, MAX_OPERANDS)

    def _top(self, frame):
        """Address past the last operand, since CPython 3.11."""
        struct = "_PyInterpreterFrame"
        if self._layout.has(struct, "stackpointer"):
            return self._word(frame, struct, "stackpointer")
        first = frame + self._layout.offset(struct, "localsplus")
        return first + 8 * self._signed(frame, struct, "stacktop")

    def _top_of_object(self, frame):
        struct = "PyFrameObject"
        if self._layout.has(struct, "f_stacktop"):
            return self._word(frame, struct, "f_stacktop")
        depth = self._signed(frame, struct, "f_stackdepth")
        return self._word(frame, struct, "f_valuestack") + 8 * depth

    def _word(self, address, struct, *names):
        return self._memory.u64(address + self._layout.offset(struct, *names))

    def _signed(self, address, struct, name):
        offset, size = self._layout.member(struct, name)[:2]
        return int.from_bytes(self._memory.read(address + offset, size), "little", signed=True)


def existing(frame, address):
    """The PythonFrame that was read for the object at ``address``, unless there is none."""
    if frame is None:
        raise CorruptMemory(address, "no frame")
    return frame
