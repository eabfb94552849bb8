"""Native values handed out by number, for as long as the program stands still."""

import itertools

import gdb

from . import selection
from .errors import StaleError
from .resumes import on_resume

_numbers = itertools.count(1)
_kept = {}


def keep(container):
    """The number under which ``container`` can be opened; no number is ever used twice. It is opened
    in the frame that is selected now: GDB shows values, and pretty-printers look up types, in the
    language of the selected frame."""
    number = next(_numbers)
    _kept[number] = container, gdb.selected_thread(), selection.frame_or_none()
    return number


def kept(number):
    """The container of handle ``number``, whose frame is selected; StaleError when the program has
    run since."""
    try:
        container, thread, frame = _kept[number]
    except KeyError:
        raise StaleError("This value was shown at an earlier stop; the program has run since.") from None
    if thread is not None and thread.is_valid() and thread != gdb.selected_thread():
        thread.switch()
    if frame is not None and frame.is_valid():
        frame.select()
    return container


@on_resume
def forget(thread=None):
    """Drop every value of the stop that has ended, of all threads or of one."""
    for number, (container, owner, frame) in list(_kept.items()):
        if thread is None or owner is None or owner.global_num == thread:
            del _kept[number]
