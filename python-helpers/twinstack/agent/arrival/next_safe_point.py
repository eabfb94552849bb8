"""Bringing the program to the next safe point of its main thread, where that was paused in Python code: it runs on for that as ever, and as
little as it can."""

from ... import session
from ...errors import UserError
from ...stack import merge
from ..border import c_code
from ..calls import errands, runs, scratch
from ..talk import process
from . import injection, safe_points

SECONDS = 0.5
TOO_FAR = (
    "No Python code was run: it can only where the main thread comes to its next line, and it has not within %g seconds, in which it ran on;"
    " C code may be at work in it. Pause again, or stop at a breakpoint." % SECONDS
)
MET = "No Python code was run, as the program came to a stop of its own on the way to where it can."
GONE = "The program had to run on to where Python code can be run, and this function has returned on the way; select another frame."


class Gone(UserError):
    """The frame for which the program came there has ended on the way."""

    def __init__(self):
        super().__init__(GONE)


def is_near():
    """Whether the main thread stands in Python code by chance, as behind a pause."""
    return safe_points.is_free() and runs_python(safe_points.main_thread())


def runs_python(thread):
    """Whether no C code of the user's runs above its newest Python frame."""
    for frame in session.python().stacks.of(thread):
        if isinstance(frame, merge.Placed) or c_code.is_users(frame.pc):
            return isinstance(frame, merge.Placed)
    return False


def come():
    """A generator (errands): the main thread stands in the agent, which is brought into the program if it is not there. Raises UserError where it
    does not come there in time, or the program stops on the way."""
    main = safe_points.main_thread()
    yield from safe_points.awaited_by(main)
    agent = process.current()
    if agent is None:
        yield from _runs_on(main, safe_points.arrival.taken)
        agent = yield from injection.inject()
        safe_points.write_pending((yield from scratch.made()), process.POLL)
        agent.awaited()
    with agent.holding():
        yield from _runs_on(main, agent.stands)
    if agent.stand.stop:
        raise UserError(MET)
    session.changed()


def _runs_on(thread, has_arrived):
    """A generator (errands): whatever the program meets on the way is its own."""
    errand = errands.under_way()
    errand.is_programs, errand.left = True, SECONDS
    try:
        yield from runs.until(thread, has_arrived)
    except runs.StoppedElsewhere:
        raise UserError(MET)
    except UserError:
        raise UserError(TOO_FAR)
    finally:
        errand.is_programs, errand.left, errand.held = False, errands.LIMIT, None
