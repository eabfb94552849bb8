"""The command py-stack: the merged stack of the selected thread."""

import itertools

import gdb

from .. import session
from ..native.texts import bounded, formatted
from ..stack.merge import Placed
from ..stack.unwind import describe
from . import here, remote, stack
from .command import command
from .headers import line_of

ARGUMENT = 200  # characters of one argument
NAMES = 2  # of CPython's own functions that are named where they are folded


@command("py-stack", gdb.COMMAND_STACK)
def py_stack(argument):
    """Display Python and native frames in the order of their calls, from the selected frame on.

    py-stack [COUNT]: at most COUNT lines, else as many as 'set twinstack max-frames' says. Frames of
    CPython's own code are folded into one line."""
    limit = stack.count("py-stack", argument)
    python, found = here.stack()
    lines = merged_lines(python, here.from_here(found))
    yield from itertools.islice(lines, limit)
    if next(lines, None) is not None:
        yield stack.MORE % "py-stack"
    if found.cut:
        yield stack.CUT % found.cut


def merged_lines(python, frames):
    """A line for each Python frame and each native one, one for a run of CPython's own."""
    images = session.debuggee().images

    def described(each):
        return None if isinstance(each, Placed) else describe(each, images, python.image)

    pairs = ((each, described(each)) for each in frames)
    for is_own, run in itertools.groupby(pairs, lambda pair: pair[1] and pair[1]["subtle"]):
        if is_own:
            yield folded([native for _, native in run])
        else:
            for each, native in run:
                yield native_line(each, native) if native else python_line(python, each)


def python_line(python, placed):
    frame = placed.frame
    number = "?" if placed.native is None else placed.native.level
    shown = remote.locals_text(python, frame)
    where = "%s:%s" % (frame.code.file, line_of(frame))
    return "#%-3s Python  %s (%s) at %s" % (number, frame.code.qualname, shown, where)


def native_line(native, described):
    name, arguments = described["name"] or hex(native.pc), ", ".join(arguments_of(native.frame))
    where = " from %s" % described["library"] if described["library"] else ""
    if described["file"]:
        where = " at %s:%d" % (described["file"], described["line"])
    return "#%-3d C       %s (%s)%s" % (native.level, name, arguments, where)


def folded(frames):
    names = [each["name"] or each["pc"] for each in frames[:NAMES]]
    more = ["%d more" % (len(frames) - NAMES)] * (len(frames) > NAMES)
    return "#%-3d         %s" % (frames[0]["level"], ", ".join(names + more))


def arguments_of(frame):
    """``name=value`` of each argument of a native frame, as far as debug information tells."""
    try:
        block = frame.block()
    except RuntimeError:  # no debug information
        return
    while block is not None and block.function is None:
        block = block.superblock
    for symbol in block or ():
        if symbol.is_argument:
            yield "%s=%s" % (symbol.print_name, value_text(symbol, frame))


def value_text(symbol, frame):
    try:
        return bounded(formatted(symbol.value(frame)), ARGUMENT)
    except gdb.error as error:
        return "<error: %s>" % error
