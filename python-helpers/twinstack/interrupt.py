"""Pausing the running program with SIGSTOP, which no program can block."""

import os
import signal

import gdb

from .commands import operation
from .errors import UserError

# The program must never see it: it would stop once more, after the debugger has let go of it.
gdb.execute("handle SIGSTOP stop print nopass", to_string=True)


@operation("interrupt")
def interrupt():
    """Stop the selected program: ``*stopped,reason="signal-received",signal-name="SIGSTOP"``.

    Nothing is sent to a program that stands still already, as it would stop again when it is
    resumed.
    """
    inferior = gdb.selected_inferior()
    if inferior.pid == 0:
        raise UserError("There is no running program to pause.")
    if any(thread.is_running() for thread in inferior.threads()):
        os.kill(inferior.pid, signal.SIGSTOP)
    return {}
