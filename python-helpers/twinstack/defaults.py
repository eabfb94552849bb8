"""Settings of GDB that a session begins with; the user's own commands come later and win."""

import gdb

SETTINGS = (
    "print object on",  # pointers and references show as what they lead to (dynamic_types)
    "unwindonsignal on",  # a call that gets a signal is undone, and leaves the program where it was
)


def set_all():
    for setting in SETTINGS:
        gdb.execute("set " + setting, to_string=True)
