"""Generators, coroutines, asynchronous generators; frames and tracebacks: code that stands."""

from .base import Item, Members, Rows, Value

STATES = {  # names of CPython's enum _framestate (pycore_frame.h)
    "FRAME_CREATED": "not started",
    "FRAME_SUSPENDED": "suspended",
    "FRAME_SUSPENDED_YIELD_FROM": "suspended",
    "FRAME_SUSPENDED_YIELD_FROM_LOCKED": "suspended",
    "FRAME_EXECUTING": "running",
}
FINISHED = "finished"
MAX_TRACEBACK = 1000


class StandingKind(Members):
    """What has a frame: its position, and its locals as a child to open."""

    def standing(self, frame):
        """The rows for where a frames.PythonFrame stands, and for its locals."""
        return [
            ("[at]", Value(place(frame), "position")),
            ("[locals]", self.locals(frame)),
        ]

    def locals(self, frame, text=None):
        found = self.readers.frames.locals(frame)
        rows = Rows("named", len(found), lambda start, count: found[start : start + count])
        return Value("%d variables" % len(found) if text is None else text, "locals", rows)


def place(frame):
    """"file:line in function" of a frames.PythonFrame."""
    return "%s:%d in %s" % (frame.code.file, frame.line, frame.code.qualname)


class GeneratorKind(StandingKind):
    """Generators, coroutines and asynchronous generators, which share one struct."""

    STRUCT = "PyGenObject"
    MEMBERS = (("__name__", "gi_name"), ("__qualname__", "gi_qualname"))

    def text(self, address, type_object, writer):
        name = self.member_text(address, "__qualname__")
        return "<%s object %s at 0x%x>" % (type_object.name, name, address)

    def members(self, address, type_object):
        frames = self.readers.frames
        state = frames.generator_state(address)
        found = [("[state]", Value(STATES.get(state, FINISHED), "state"))]
        if state in STATES:
            found += self.standing(frames.of_generator(address))
            found.append(("[awaits]", frames.awaited(address)))
        return found + super().members(address, type_object)


class FrameKind(StandingKind):
    STRUCT = "PyFrameObject"

    def text(self, address, type_object, writer):
        frame = self.readers.frames.of_object(address)
        return "<frame at 0x%x, file '%s', line %d, code %s>" % (
            address,
            frame.code.file,
            frame.line,
            frame.code.name,
        )

    def members(self, address, type_object):
        return self.standing(self.readers.frames.of_object(address))


class TracebackKind(StandingKind):
    """Its indexed children are the whole chain, each of which opens into locals."""

    STRUCT = "PyTracebackObject"
    MEMBERS = (("tb_next", "tb_next"), ("tb_frame", "tb_frame"))

    def length(self, address):
        return len(self._chain(address))

    def items(self, address, start, count):
        chain = self._chain(address)[start : start + count]
        return [Item("[%d]" % (start + i), self._entry(each), None) for i, each in enumerate(chain)]

    def _chain(self, address):
        """The tracebacks from this one on, the last where the exception was raised."""
        found = []
        while address and address not in found and len(found) < MAX_TRACEBACK:
            found.append(address)
            address = self.member(address, "tb_next")
        return found

    def _entry(self, address):
        frame, line = self.readers.frames.of_traceback(address)
        text = "%s:%d in %s" % (frame.code.file, line, frame.code.qualname)
        return self.locals(frame, text)
