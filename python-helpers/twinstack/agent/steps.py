"""Steps by Python's lines: the agent ends them."""

from .. import selection
from ..commands import operation
from ..errors import UserError
from . import process

KINDS = {"next": "next", "stepIn": "in", "stepOut": "out"}


@operation("python-step")
def python_step(thread, kind):
    """The next resume of the program is a step of a thread in its newest Python frame: "next", "stepIn" or "stepOut"; {}. The thread
    must have stopped in Python (``python-stop``)."""
    selected = selection.thread(thread)
    agent = process.current()
    if agent is None or not agent.stands():
        raise UserError("Thread %d has not stopped in Python code; step in the C code where it stands." % thread)
    agent.step(selected, KINDS[kind])
    return {}
