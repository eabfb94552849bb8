"""Where a thread goes on in Python: DAP's gotoTargets and goto of a line of Python, at which it has stopped."""

import os

from ... import changes, selection, session
from ...commands import operation
from ...errors import UserError
from ..calls import errands
from ..talk import process

ELSEWHERE = "A line of Python can be gone to where thread %d has stopped on one, by a breakpoint or a step."
REFUSED = "%s cannot be gone to: %s."


@operation("python-goto-targets")
def python_goto_targets(thread, file, line):
    """The first line with code from ``line`` on, in the function in which a thread has stopped. An errand's answer (errands): {"address": null,
    "line", "function"}. Raises UserError where it is in another."""
    agent = _standing(thread)
    return errands.begin(_answered(agent, os.path.basename(file), line, ("jump_target", file, line), _target))


@operation("python-goto")
def python_goto(thread, line):
    """Have a thread go on at a line of the function in which it has stopped. An errand's answer (errands): {}. Raises UserError with CPython's
    reason."""
    return errands.begin(_answered(_standing(thread), "Line", line, ("jump", line), _gone))


def _standing(thread):
    selected, agent = selection.thread(thread), process.current()
    if agent is None or not agent.stands() or agent.stand.holder != selected:
        raise UserError(ELSEWHERE % thread)
    return agent


def _answered(agent, what, line, words, answer):
    """A generator (errands): ``answer`` of what the agent replies to a command."""
    replies = []
    agent.commands.ask(*words, done=lambda *reply: replies.append(reply))
    yield from agent.converse()
    found, error = replies[0]
    if error:
        place = "%s %s" % (what, line) if what == "Line" else "%s:%s" % (what, line)
        raise UserError(REFUSED % (place, error.partition(": ")[2] or error))
    return answer(found)


def _target(found):
    return {"address": None, "line": found[0], "function": found[1]}


def _gone(found):
    session.changed()
    changes.take()  # DAP's stopped event, which tells of it, has the client read everything anew
    return {}
