"""The signals at which threads stand are due when the program runs on for itself, and not while it runs for the debugger.

Meanwhile they are kept from their threads, with what the kernel says of them, as GDB does for its own calls.
"""

import gdb

from ... import selection
from ...errors import UserError
from ...inferior import inferior_calls

OF_A_PAUSE = ("SIGSTOP", "SIGINT", "SIGTRAP", "0")  # how GDB names that it was interrupted
SIGINFO = "$_twinstack_siginfo_%d"

_due = {}  # gdb.InferiorThread by number -> the signal's name
_kept = {}  # the same, of those that are kept


def keep():
    """The program is to run for the debugger."""
    for number, name in _due.items():
        _in_thread(number, "set var %s = $_siginfo" % (SIGINFO % number), "queue-signal 0")
        _kept[number] = name
    _due.clear()


def give_back():
    """The program stands again as before: its threads get their signals when it runs on."""
    for number, name in _kept.items():
        _in_thread(number, "queue-signal " + name, "set var $_siginfo = %s" % (SIGINFO % number))
    _due.update(_kept)
    _kept.clear()


def _in_thread(number, *commands):
    with selection.thread_and_frame_kept():
        try:
            selection.thread(number)
        except UserError:
            return  # it has ended
        for each in commands:
            try:
                gdb.execute(each, to_string=True)
            except gdb.error:  # the user has the signal not passed on, or this target tells nothing of it
                pass


def _stopped(event):
    if isinstance(event, gdb.SignalEvent) and event.stop_signal not in OF_A_PAUSE:
        _due[gdb.selected_thread().global_num] = event.stop_signal


def _runs(event):
    if not inferior_calls.is_errand():
        _due.clear()


def _exited(event):
    _due.clear()
    _kept.clear()


gdb.events.stop.connect(_stopped)
gdb.events.cont.connect(_runs)
gdb.events.exited.connect(_exited)
