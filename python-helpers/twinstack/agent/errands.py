"""Work for which the program has to run unseen: generators, carried on from one stop to the next.

An errand yields a Run whenever the program is to run, and goes on at the stop behind it. GDB/MI shows these stops; who drives it
resumes the program as the answer says and asks ``python-stop`` at the stop, until there is no "run" in the answer.
"""

from collections import namedtuple

import gdb

from .. import inferior_calls
from ..errors import UserError

# The thread that is to be resumed, after how many milliseconds the program is to be interrupted, and whether it may be earlier: the
# user's own code runs, of which nobody may want to know any more.
Run = namedtuple("Run", "thread within breakable")

# Yielded in the place of a Run: the program stands elsewhere, and the errand goes on when its thread has come.
LATE = Run(0, 0, False)
BUSY = "The program has not come back yet from what it was to do for the debugger before; let it run on, and try again."
NOBODYS = {"stop": None, "resume": True}  # what a late errand comes to: as the answer of python-stop

_under_way = None
_late = None
_was_late = False


class Late(UserError):
    """The thread of an errand has not come in time; the errand is kept until it comes."""

    def __init__(self):
        super().__init__(BUSY)


def begin(generator):
    """What an operation answers: {"run": {"thread", "within", "breakable"}}, or {"result": what the errand has come to}."""
    if is_under_way() or is_late():
        generator.close()
        raise UserError(BUSY)
    return _carried_on(generator, False)


def take_up():
    """At any stop: the late errand goes on. Raises Late where its thread has not come yet."""
    global _late
    late, _late = _late, None
    return _carried_on(late, True)


def _carried_on(generator, was_late):
    global _under_way, _was_late
    _under_way, _was_late = generator, was_late
    inferior_calls.errand(True)
    return go_on()


def is_under_way():
    return _under_way is not None


def is_late():
    return _late is not None


def go_on():
    """At the stop behind a "run": as ``begin``."""
    global _late
    try:
        run = next(_under_way)
        if run is LATE:
            late = _under_way
            _ended()
            _late = late
            raise Late()
        return {"run": run._asdict()}
    except StopIteration as end:
        _ended()
        return {"result": NOBODYS if _was_late else end.value}
    except BaseException:
        _ended()
        raise


def _ended():
    global _under_way
    if _under_way is not None:
        _under_way = None
        inferior_calls.errand(False)


def _exited(event):
    global _late
    _late = None
    _ended()


gdb.events.exited.connect(_exited)
