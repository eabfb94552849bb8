"""The commands py-bt, py-bt-full, py-up and py-down: the Python frames of the selected thread."""

import gdb

from ..errors import UserError
from . import here, parameters
from .command import command
from .formats import Summary, Traceback

TITLE = "Traceback (most recent call first):"
CUT = "(unable to read python frame information: %s)"
MORE = "(More frames follow; '%s COUNT' or 'set twinstack max-frames' shows more)"


@command("py-bt", gdb.COMMAND_STACK)
def py_bt(argument):
    """Display the Python frames of the selected thread, from the selected frame on.

    py-bt [COUNT]: at most COUNT frames, else as many as 'set twinstack max-frames' says."""
    return backtrace("py-bt", argument, Traceback)


@command("py-bt-full", gdb.COMMAND_STACK)
def py_bt_full(argument):
    """Display the Python frames of the selected thread with their variables.

    py-bt-full [COUNT]: at most COUNT frames, else as many as 'set twinstack max-frames' says.
    The numbers are those of GDB's own backtrace: 'frame NUMBER' selects one."""
    return backtrace("py-bt-full", argument, Summary)


@command("py-up", gdb.COMMAND_STACK)
def py_up(argument):
    """Select and print the Python frames of the evaluator that called this one.

    From CPython 3.11 on one evaluator, a frame of C, runs several Python frames."""
    python, found = here.stack()
    levels = placed(python, here.from_here(found))
    if next(levels, None) is None:
        return [here.NOWHERE]
    older = next(levels, None)
    return selected(python, older) if older else ["Unable to find an older python frame"]


@command("py-down", gdb.COMMAND_STACK)
def py_down(argument):
    """Select and print the Python frames of the evaluator that this one called."""
    python, found = here.stack()
    current = next(placed(python, here.from_here(found)), None)
    if current is None:
        return [here.NOWHERE]
    newer = newest = None
    for newest in placed(python, found):
        if newest.number >= current.number:
            break
        newer = newest.number
    if newer is None:
        return ["Unable to find a newer python frame"]
    return selected(python, next(each for each in placed(python, found) if each.number == newer))


def placed(python, frames):
    """Those Levels of some frames that a native frame runs, so that GDB can select them."""
    return (level for level in here.levels(python, frames) if level.native is not None)


def selected(python, level):
    """Select a Level; the lines that say what it is."""
    level.native.frame.select()
    return lines([level], Summary(python), "py-bt-full", parameters.max_frames())


def backtrace(name, argument, form):
    limit = count(name, argument)
    python, found = here.stack()
    shown = lines(here.levels(python, here.from_here(found)), form(python), name, limit)
    first = next(shown, None)
    if first is None:
        yield here.NOWHERE
    else:
        yield TITLE
        yield first
        yield from shown
    if found.cut:
        yield CUT % found.cut


def lines(levels, form, name, limit):
    """Those of Levels, of at most ``limit`` Python frames; command ``name`` shows more."""
    shown = 0
    for level in levels:
        if level.call:
            yield from form.call(level)
        for frame in level.frames:
            if shown == limit:
                yield MORE % name
                return
            yield from form.frame(level, frame)
            shown += 1


def count(name, argument):
    """The number of frames to show that a command was given; None for all."""
    if not argument:
        return parameters.max_frames()
    if not argument.isdigit():
        raise UserError("'%s' takes a number of frames, not '%s'." % (name, argument))
    return int(argument)
