"""The stacks of threads without CPython's frames: kept until GDB's view of them may change."""

import gdb

from ..resumes import on_resume
from . import unwind
from .stacks import Stack

_stacks = {}


def of(thread, images):
    """The stacks.Stack of a gdb.InferiorThread, which must be the selected one."""
    found = _stacks.get(thread.global_num)
    if found is None or found.failed:
        found = Stack(unwind.native_frames(), lambda frame: unwind.describe(frame, images, None))
        _stacks[thread.global_num] = found
    return found


@on_resume
def forget(event=None):
    _stacks.clear()


def watch():
    """Connect to GDB's events, once."""
    events = gdb.events
    for change in (
        events.stop,
        events.inferior_call,
        events.memory_changed,
        events.register_changed,
        events.new_objfile,
        events.clear_objfiles,
    ):
        change.connect(forget)
