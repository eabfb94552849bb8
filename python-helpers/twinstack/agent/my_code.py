"""justMyCode: whether steps, exceptions and what a stack shows are of the user's own code alone."""

from ..commands import operation
from . import process

_wanted = [True]


@operation("just-my-code")
def just_my_code(wanted):
    """For the session, before the program runs: {}."""
    _wanted[:] = [wanted]
    return {}


def _ask(agent):
    agent.ask("my_code", _wanted[0])


process.on_installed(_ask)
