"""Commands of GDB that are typed in a client's debug console."""

import contextlib

from . import refused_commands, selection, session
from .commands import operation


def opened():
    """The package of commands, registered with GDB. Few sessions type one, and it takes 15 ms."""
    from . import console

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
def typed_commands(enabled):
    """Whether commands of GDB that the user typed come: {}. They show PyObject pointers as their
    Python values, and those that would break the session are refused, from the first one on."""
    opened().pointers.PRINTER.enabled = enabled
    refused_commands.guard()
    return {}
