"""Pausing the running program with SIGSTOP, which no program can block."""

import os
import signal

import gdb

from ..commands import operation
from ..errors import UserError
from ..inferior import targets
from . import stops_to_come


def open():
    """Let GDB alone see SIGSTOP: a program that got it, too, would stop once more after the
    debugger has let go of it."""
    gdb.execute("handle SIGSTOP stop print nopass", to_string=True)


@operation("interrupt")
def interrupt(owed=False):
    """Stop the selected program: ``*stopped,reason="signal-received",signal-name="SIGSTOP"``. ``owed``: that was done before, and GDB
    has not told of it: nothing is sent where it is still to come.

    {"sent": False} when nothing was sent, because the program stands still already (it would stop
    again when it is resumed) or has ended, which GDB has told or is about to. A program of another
    machine is stopped by the target's own means, gdbserver's is a SIGINT.
    """
    inferior = gdb.selected_inferior()
    if inferior.pid == 0:
        return {"sent": False}
    return {"sent": _stopped(inferior, owed) if targets.is_native() else _interrupted()}


def _stopped(inferior, owed):
    """Send SIGSTOP; False when nothing runs or the process has ended, which GDB is about to tell."""
    if not any(thread.is_running() for thread in inferior.threads()):
        return False
    if owed and stops_to_come.is_one(inferior.pid):
        return False
    try:
        os.kill(inferior.pid, signal.SIGSTOP)
    except ProcessLookupError:
        return False
    except OSError as error:
        raise UserError("The program cannot be paused: %s." % error.strerror)
    return True


def _interrupted():
    """Have the target stop its program; its threads cannot be listed while they run."""
    thread = gdb.selected_thread()
    if thread is None or not thread.is_running():
        return False
    gdb.execute("interrupt", to_string=True)
    return True
