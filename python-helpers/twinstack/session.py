"""What is known of the debuggee, and when it is forgotten: the one place where state dies.

Two lifetimes. A *generation* is the time between two resumes: what was read from memory, frames
and handles belong to it. An inferior call or a write by the user only drops what was read, so
that handles survive it. What holds for the whole process (the runtime's address, its layout
table) is kept in the Inferior until the process ends or maps new object files.
"""

import gdb

_generation = 0
_in_call = False
_on_resume = []
_on_change = []


def generation():
    """The number of the current generation; handles and frames of another one are stale."""
    return _generation


def on_resume(forget):
    """Call ``forget()`` whenever the generation ends. Returns ``forget``: usable as a decorator."""
    _on_resume.append(forget)
    return forget


def on_change(forget):
    """Call ``forget()`` whenever memory or registers may have changed, resumes included."""
    _on_change.append(forget)
    return forget


def end_generation():
    """The program runs, is gone or another: nothing that was handed out is valid any more."""
    global _generation
    _generation += 1
    for forget in _on_resume:
        forget()
    changed()


def changed(event=None):
    """Memory or registers may differ from what was read."""
    for forget in _on_change:
        forget()


def _resumed(event):
    if _in_call:
        changed()
    else:
        end_generation()


def _called(event):
    global _in_call
    _in_call = isinstance(event, gdb.InferiorCallPreEvent)
    changed()


def watch():
    """Connect to GDB's events, once."""
    events = gdb.events
    events.cont.connect(_resumed)
    events.inferior_call.connect(_called)
    for change in (events.stop, events.memory_changed, events.register_changed, events.new_objfile):
        change.connect(changed)
    events.exited.connect(lambda event: end_generation())
