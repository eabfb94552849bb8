"""Leaving out of a stack what is not the program's: the frames of the agent, and the native ones that call it or that it calls."""

import itertools

from .merge import Placed

NEWEST = 30  # Python frames among which the agent's are looked for
CALLED = "<string>"  # the file of a text that GDB has the program run


def outside(code, natives):
    """Generates those NativeFrames whose instruction is not in the range ``code``."""
    return (frame for frame in natives if frame.pc not in code)


def runs(frames, file):
    """Whether code of the hidden ``file`` is among the newest PythonFrames."""
    return any(frame.code.file == file for frame in itertools.islice(frames, NEWEST))


def behind(frames, stack_pointer):
    """Generates the Placed and NativeFrames from the one with that stack pointer on: what a call by hand has interrupted. All where none has it."""
    newer, rest = [], iter(frames)
    for frame in rest:
        native = frame.native if isinstance(frame, Placed) else frame
        if native is not None and native.sp == stack_pointer:
            yield frame
            yield from rest
            return
        newer.append(frame)
    yield from newer


def without(frames, file, is_polling):
    """Generates those Placed and NativeFrames, newest first, that are neither of the hidden ``file`` nor stand between one of
    its frames and the next of the program's. ``is_polling``: whether a Code is a text by which a safe point calls the hidden one:
    before CPython 3.11 native frames stand between."""
    newer, older, is_behind = [], [], False
    for frame in frames:
        if not isinstance(frame, Placed):
            (older if is_behind else newer).append(frame)
        elif frame.frame.code.file == file or is_behind and _is_called(frame.frame.code, older, is_polling):
            newer, older, is_behind = [], [], True
        else:
            yield from newer
            yield frame
            newer, older, is_behind = [], [], False
    yield from newer or older


def _is_called(code, natives, is_polling):
    return code.file == CALLED and (not natives or is_polling(code))
