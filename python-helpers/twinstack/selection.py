"""Selecting what an operation is about: a thread by GDB's global number, a frame by its level."""

import contextlib

import gdb

from .errors import UserError
from .inferior import inferior_calls

_threads = {}  # gdb.InferiorThread by number, as far as is known; GDB makes its list anew whenever it is asked


def thread(number):
    """Make GDB's thread ``number`` (MI's thread-id) the selected one; it must be stopped."""
    found = _thread(number)
    if found is None:
        raise UserError("There is no thread %s any more; it has ended." % number)
    if found.is_running():
        raise UserError("Thread %s is running; pause the program to look at it." % number)
    if gdb.selected_thread() != found:
        found.switch()
    return found


def selected_thread():
    """GDB's selected one, which another takes the place of where it has ended while the program runs; None when there is no process."""
    try:
        return gdb.selected_thread()
    except SystemError:  # GDB has no gdb.InferiorThread for it any more
        left = next((each for each in gdb.selected_inferior().threads() if each.is_valid()), None)
        if left is not None:
            left.switch()
        return left


def is_standing():
    """Whether a thread that stands is selected, or now is: in non-stop mode that which GDB has selected may run."""
    selected = selected_thread()
    if selected.is_running():
        standing = [each for each in gdb.selected_inferior().threads() if each.is_stopped()]
        if standing:
            standing[0].switch()
    return not gdb.selected_thread().is_running()


def frame(number, level):
    """Select frame ``level`` of thread ``number`` and return it as gdb.Frame.

    By older() from the newest one: the CLI's ``frame`` would announce the new selection to MI.
    """
    thread(number)
    found = gdb.newest_frame()
    for _ in range(level):
        found = found.older()
        if found is None:
            raise UserError("The stack of thread %s has no frame %s." % (number, level))
    found.select()
    return found


def _thread(number):
    found = _threads.get(number)
    if found is None or not found.is_valid() or found.global_num != number:
        threads = [each for inferior in gdb.inferiors() for each in inferior.threads()]
        _threads.clear()
        _threads.update((each.global_num, each) for each in threads)
        found = _threads.get(number)
    return found


def frame_or_none():
    """The selected frame; None when there is no process or its thread runs."""
    return _tried(gdb.selected_frame)


@contextlib.contextmanager
def thread_and_frame_kept():
    """Whatever is selected inside, GDB's selected thread and frame are as before."""
    selected = selected_thread()
    with frame_kept():
        try:
            yield
        finally:
            if selected is not None and selected.is_valid() and gdb.selected_thread() != selected:
                selected.switch()


@contextlib.contextmanager
def frame_kept():
    """The selected frame is as before; where another thread is selected now, or the program runs for an errand, its newest one."""
    thread_before, before, had_errand = selected_thread(), frame_or_none(), inferior_calls.is_errand()
    try:
        yield
    finally:
        same = gdb.selected_thread() == thread_before and not had_errand and not inferior_calls.is_errand()
        wanted = before if same else _tried(gdb.newest_frame)
        if wanted and wanted.is_valid() and frame_or_none() != wanted:
            wanted.select()


def _tried(frame):
    """The frame that ``frame()`` returns; None when there is no process or its thread runs."""
    try:
        return frame()
    except gdb.error:
        return None
