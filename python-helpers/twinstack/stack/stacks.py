"""The merged stack of each thread, in pages: kept while the program is stopped."""

import functools
import itertools

from ..errors import CorruptMemory, StaleError
from ..inferior import inferior_calls
from . import hidden_frames, libraries, merge, unwind
from .frames import Trail

MAX_PAGE = 500
STEP = 100  # frames unwound ahead of whoever iterates
SEARCHED = 20000  # frames among which those of Python are looked for


class Stack:
    """The frames of one thread as far as they were asked for; unwinding goes on from there.

    Its thread must be the selected one whenever a page is asked for. ``failed``: unwinding raised
    or was ended by the user (Quit); the Stack is of no use then. ``evaluator``: see merge.merged.
    """

    failed = False

    def __init__(self, frames, describe, trails=(), evaluator=False):
        self._frames, self._describe, self._trails = frames, describe, trails
        self.evaluator = evaluator
        self._found = []
        self._described = {}
        self._of_python = None

    @property
    def cut(self):
        """The CorruptMemory at which its Python frames ended too early, as far as is known."""
        return next((trail.cut for trail in self._trails if trail.cut), None)

    def __iter__(self):
        """All merge.Placed and unwind.NativeFrames, newest first; unwound as they are used."""
        for index in itertools.count():
            if index >= len(self._found):
                self._reach(index + STEP)
            if index >= len(self._found):
                return
            yield self._found[index]

    def page(self, start, count):
        """{"frames": [FRAME], "more": are there older ones}"""
        count = min(count, MAX_PAGE)
        self._reach(start + count + 1)
        end = min(start + count, len(self._found))
        page = [self._frame(index) for index in range(start, end)]
        return {"frames": page, "more": len(self._found) > start + count}

    def of_python(self):
        """Its Python frames alone, as a Stack; itself where it has none."""
        if self._of_python is None:
            found = (each for each in itertools.islice(self, SEARCHED) if isinstance(each, merge.Placed))
            alone = Stack(found, self._describe, self._trails)
            self._of_python = alone if alone.page(0, 1)["frames"] else self
        return self._of_python

    def _frame(self, index):
        """FRAME ``index``; kept, as GDB finds a frame again only by unwinding to it."""
        frame = self._described.get(index)
        if frame is None:
            frame = self._described[index] = self._describe(self._found[index])
        return frame

    def found(self, start, count):
        """The merge.Placed and unwind.NativeFrames of a page that was made."""
        return self._found[start : start + count]

    def placed(self, address):
        """The merge.Placed of a Python frame that was shown; None when it was not."""
        for found in self._found:
            if isinstance(found, merge.Placed) and found.frame.address == address:
                return found
        return None

    def _reach(self, count):
        """A generator that has raised is at its end, which would look like the stack's."""
        try:
            self._found.extend(itertools.islice(self._frames, max(0, count - len(self._found))))
        except BaseException:
            self.failed = True
            raise


class Stacks:
    """The stacks of all threads of one Runtime."""

    def __init__(self, runtime, version, debuggee):
        self._runtime, self._images = runtime, debuggee.images
        self._code, self._debuggee = debuggee.code, debuggee
        self._shown = debuggee.shown_frames
        self._walk = version.walk(runtime.readers.memory, runtime.layout, runtime.codes)
        self._frame_of_object = frame_member(runtime.layout)
        self._stacks = {}

    def forget(self):
        self._stacks.clear()

    def of(self, thread, evaluator=None):
        """The Stack of a gdb.InferiorThread, which must be the selected one; ``evaluator`` as in
        merge.merged, None: as it was asked for last."""
        found = self._stacks.get(thread.global_num)
        if found is None or found.failed or evaluator not in (None, found.evaluator):
            found = self._stacks[thread.global_num] = self._stack(thread, bool(evaluator))
        return found

    def _stack(self, thread, evaluator):
        states = list(self._runtime.thread_states_of(thread))
        trails = [Trail(state, len(states) == 1) for state in states]
        describe = functools.partial(self._describe, thread.global_num)
        return Stack(self._merged(thread.global_num, trails, evaluator), describe, trails, evaluator)

    def frame(self, address, thread=None):
        """The PythonFrame at an address that was shown in this generation, in that thread."""
        shown_in = self._shown.get(address)
        try:
            found = shown_in and self.at(address)
        except CorruptMemory:
            found = None
        if not found or thread not in (None, shown_in):
            raise StaleError("This Python frame is gone; the program has run since it was shown.")
        return found

    def at(self, address):
        """The PythonFrame at any address, None before it has started. Raises CorruptMemory."""
        return self._walk.links.frame(self._walk.links.at(address))

    def of_object(self, address):
        """The PythonFrame of a frame object, or None; it may have ended."""
        if self._frame_of_object is not None:
            address = self._runtime.readers.memory.u64(address + self._frame_of_object)
        return self.at(address)

    def python_frames(self, trail):
        """The PythonFrames of a thread, without their places in the native stack."""
        for group in self._walk.groups(trail):
            yield from group.frames

    def is_hidden(self, thread):
        """Whether what a gdb.InferiorThread runs is not the program's: its newest Python frame is of the hidden file."""
        states = self._runtime.thread_states_of(thread)
        newest = (next(self.python_frames(Trail(state, len(states) == 1)), None) for state in states)
        return any(frame is not None and frame.code.file == self._debuggee.hidden_file for frame in newest)

    def _merged(self, thread, trails, evaluator):
        natives = hidden_frames.outside(self._debuggee.hidden_code, unwind.native_frames(self._code))
        if not trails:
            return natives
        merged = merge.merged(natives, [self._walk.groups(each) for each in trails], evaluator)
        interrupted = inferior_calls.interrupted_at(thread)
        if interrupted is not None:
            merged = hidden_frames.behind(merged, interrupted)
        hidden = self._debuggee.hidden_file
        is_polling = self._runtime.codes.is_polling
        return hidden_frames.without(merged, hidden, is_polling) if hidden and self._runs(hidden, trails) else merged

    def _runs(self, file, trails):
        again = (Trail(each.state, each.is_alone) for each in trails)
        return any(hidden_frames.runs(self.python_frames(each), file) for each in again)

    def _describe(self, thread, frame):
        if isinstance(frame, merge.Placed):
            self._shown[frame.frame.address] = thread
            return describe_python(frame, self._runtime.readers.modules.library())
        return unwind.describe(frame, self._images, self._runtime.image)


def describe_python(placed, library):
    """FRAME of a Python frame; columns are UTF-8 byte offsets. ``library``: the directory of the standard one."""
    frame, code = placed.frame, placed.frame.code
    position = code.position(frame.offset)
    described = {
        "kind": "python",
        "frame": hex(frame.address),
        "name": code.qualname,
        "file": code.file,
        "line": position.line,
    }
    if position.column is not None:
        described["endLine"] = position.end_line
        described["column"] = position.column
        described["endColumn"] = position.end_column
    if placed.native is None:
        described["unplaced"] = True
    else:
        described["level"] = placed.native.level
    if libraries.has(code.file, library):
        described["ofLibrary"] = True
    return described


def frame_member(layout):
    """Offset of the link from a frame object to its frame; None where it is the frame itself."""
    has_link = layout.has("PyFrameObject", "f_frame")
    return layout.offset("PyFrameObject", "f_frame") if has_link else None
