"""Commands of GDB that are typed in a client's debug console."""

import contextlib

import gdb

from .. import selection, session
from ..commands import operation
from ..errors import UserError
from . import refused_commands

_stood = 0, None, None


def opened():
    """The package of commands, registered with GDB. Few sessions type one, and it takes 15 ms."""
    from .. import console

    console.open()
    console.pointers.PRINTER.enabled = False  # a client shows values of C in its own way
    return console


@operation("console")
def typed(thread, level, command, frame=None):
    """What a command such as "py-print self" says in a frame: {"text"}. ``frame``: the address of
    the Python frame among those that the native frame ``level`` runs."""
    console = opened()
    selection.frame(thread, level)
    with python_frame_selected(console, thread, frame):
        return {"text": console.command.text(command)}


@contextlib.contextmanager
def python_frame_selected(console, thread, address):
    if address is None:
        yield
        return
    with console.here.standing_at(session.python().stacks.frame(int(address, 0), thread)):
        yield


@operation("typed-commands")
def typed_commands(enabled, thread):
    """Whether commands of GDB that the user typed come, in a thread: {"moved"}. They show PyObject
    pointers as their Python values, and those that would break the session are refused, from the
    first one on. "moved": since they are enabled, the thread came to stand in another frame
    without having run, as by "return", of which GDB tells nobody."""
    global _stood
    opened().pointers.PRINTER.enabled = enabled
    refused_commands.guard()
    before, _stood = _stood, _place(thread)
    moved = not enabled and before != _stood and before[0] == session.generation()
    if moved:
        session.end_generation()
    return {"moved": moved}


def _place(thread):
    """The generation, and the newest frame of a thread that stands: its code and its stack."""
    try:
        with selection.thread_and_frame_kept():
            frame = selection.frame(thread, 0)
            return session.generation(), frame.pc(), int(frame.read_register("sp"))
    except (UserError, gdb.error):
        return session.generation(), None, None
