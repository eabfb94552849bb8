"""Work for which the program has to run unseen: generators, carried on from one stop to the next.

An errand yields a Run whenever the program is to run, and goes on at the stop behind it. GDB/MI shows these stops; who drives it
resumes the program as the answer says and asks ``python-stop`` at the stop, until there is no "run" in the answer.

Stops of other threads that come meanwhile are the program's own: they are kept (``hold``), their threads do not run any more in this errand,
and who drives GDB tells of them behind it.
"""

import time
from collections import namedtuple

import gdb

from ...errors import UserError
from ...inferior import inferior_calls
from . import due_signals

# ``thread``: GDB's number of the one that is to be resumed; ``within``: milliseconds, after which the program is to be interrupted;
# ``breakable``: whether it may be earlier, as the user's own code runs, of which nobody may want to know any more.
Run = namedtuple("Run", "thread within breakable")

# Yielded in the place of a Run: the program stands elsewhere, and the errand goes on when its thread has come.
LATE = Run(0, 0, False)
LIMIT = 2.0  # seconds that the program may run for one, but for code of the user's
BUSY = "The program has not come back yet from what it was to do for the debugger; let it run on, and try again."
NOBODYS = {"stop": None, "resume": True}  # what a late errand comes to: as the answer of python-stop


class Errand:
    """One piece of work, and how far it is.

    ``generator``   carries it on: yields a Run or LATE, and returns the operation's result
    ``meanwhile``   what the operation answers where it comes late; None: an error
    ``thread``      GDB's number of the thread that it has resumed last
    ``held``        when a stop of the program's own has come meanwhile, by time.monotonic; None: none has
    ``left``        seconds that the program may still run for it
    ``was_late``    its thread has come at a later stop, and nobody waits for the result any more
    ``has_run``     the program has run for it, since it was begun or taken up
    ``is_hurried``  it is to end as soon as it can
    ``is_programs`` the program runs for itself meanwhile, and what it meets is its own
    """

    def __init__(self, generator, meanwhile):
        self.generator, self.meanwhile = generator, meanwhile
        self.thread = self.held = None
        self.was_late = self.has_run = self.is_hurried = self.is_programs = False
        self.left = LIMIT


_under_way = None
_late = None
_let_go = []


class Late(UserError):
    """The thread of an errand has not come in time; the errand is kept until it comes."""

    def __init__(self):
        super().__init__(BUSY)


def begin(generator, meanwhile=None):
    """What an operation answers, which is called an errand's answer: {"run": a Run's members, and "moves": whether the thread runs the
    program's own code, and stands elsewhere behind it}, or {"result": what the errand has come to}.

    ``meanwhile()``: the result where the thread does not come back in time, or another errand is not done yet; without it that is a UserError."""
    if is_under_way() or is_late():
        generator.close()
        if meanwhile is None:
            raise UserError(BUSY)
        return {"result": meanwhile()}
    return _carried_on(Errand(generator, meanwhile))


def take_up():
    """At any stop: the late errand goes on. Raises Late where its thread has not come yet."""
    global _late
    if is_under_way():
        errand, left = _under_way, 0
        _ended()
    else:
        errand, left, _late = _late, LIMIT, None
    errand.was_late, errand.has_run, errand.left, errand.held = True, False, left, None
    return _carried_on(errand)


def _carried_on(errand):
    global _under_way
    _under_way = errand
    inferior_calls.errand(True)
    return go_on()


def is_under_way():
    return _under_way is not None


def is_late():
    return _late is not None


def came_late():
    """Whether the errand that is being carried out was taken up at a later stop: the resume that it was begun for is over."""
    return _under_way.was_late


def under_way():
    """The Errand that is being carried out, or None."""
    return _under_way


def hurry():
    """The errand is to end as soon as it can."""
    if not _under_way.is_hurried:
        _under_way.is_hurried, _under_way.left = True, 0


def hold():
    """A stop of the program's own has come."""
    _under_way.held = _under_way.held or time.monotonic()


def go_on():
    """At the stop behind a "run": as ``begin``."""
    errand = _under_way
    try:
        run = next(errand.generator)
    except StopIteration as end:
        _ended()
        due_signals.give_back()
        return {"result": NOBODYS if errand.was_late else end.value}
    except BaseException:
        _ended()
        due_signals.give_back()
        raise
    if run is LATE:
        return _comes_late(errand)
    errand.thread, errand.has_run = run.thread, True
    inferior_calls.runs(None if errand.is_programs else run.thread)
    if not errand.is_programs:
        due_signals.keep()
    return {"run": dict(run._asdict(), moves=errand.is_programs)}


def _comes_late(errand):
    global _late
    _ended()
    _late = errand
    inferior_calls.runs(errand.thread)
    if errand.was_late and errand.has_run:
        return {"result": NOBODYS}  # the stop at which it was taken up was its own
    if errand.was_late or errand.meanwhile is None:
        raise Late()
    return {"result": errand.meanwhile()}


def _ended():
    global _under_way
    if _under_way is not None:
        _under_way = None
        inferior_calls.errand(False)
        inferior_calls.runs(None)


def let_go():
    """The late errand is not waited for any more."""
    global _late
    _let_go.append(_late)  # to end it would call functions
    _late = None
    inferior_calls.runs(None)


def _exited(event):
    global _late
    _late = None
    _ended()
    inferior_calls.runs(None)


gdb.events.exited.connect(_exited)
