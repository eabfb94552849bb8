"""justMyCode: whether steps, exceptions and what a stack shows are of the user's own code."""

from ...commands import operation
from ...stack import libraries
from ..talk import process


@operation("just-my-code")
def just_my_code(wanted, rules=()):
    """For the session, before the program runs: {}. ``rules``: as of libraries.just_my_code."""
    libraries.just_my_code(wanted, rules)
    return {}


def _ask(agent):
    agent.commands.ask("my_code", libraries.is_just_my_code(), libraries.rules())


process.on_installed(_ask)
