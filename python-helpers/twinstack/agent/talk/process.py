"""The agents of the processes that GDB debugs, and who is told when one comes or goes."""

import gdb

from ...resumes import on_resume
from ..border import crossings
from .conversation import Agent

POLL = "__import__('sys')._twinstack.poll()"
LEAVE = "getattr(__import__('sys'),'_twinstack',None) and __import__('sys')._twinstack.leave()"

_agents = {}  # process -> Agent
_on_installed, _on_replaced = [], []
_wanted = []  # words of a step that is asked for before there is an agent


def current():
    """The Agent of the selected process, or None."""
    return _agents.get(gdb.selected_inferior().pid)


def on_installed(told):
    """Call ``told(agent)`` for each Agent as soon as it is there."""
    _on_installed.append(told)


def on_replaced(told):
    """Call ``told()`` when a process runs another program than the agent's: after an exec."""
    _on_replaced.append(told)


def wanted_step(*words):
    """The agent is asked for a step, as soon as it is there."""
    agent = current()
    if agent is not None:
        agent.commands.ask_step(*words)
    else:
        _wanted[:] = [words]


def forget_wanted():
    """Another stop of the program came first."""
    del _wanted[:]


def installed(hello):
    agent = _agents[gdb.selected_inferior().pid] = Agent(hello)
    for told in _on_installed:
        told(agent)
    for words in _wanted:
        agent.commands.ask_step(*words)
    forget_wanted()
    return agent


def removed():
    """The Agent of the selected process, which is not known from here on, or None."""
    return _agents.pop(gdb.selected_inferior().pid, None)


@on_resume
def _ran(thread):
    for agent in _agents.values():
        agent.ran()


def _new_files(event):
    agent = current()
    if agent is not None and not agent.is_there():
        _exited(event)
        crossings.forget()
        for told in _on_replaced:
            told()


def _exited(event):
    for agent in _agents.values():
        agent.ended()
    _agents.clear()


gdb.events.exited.connect(_exited)
gdb.events.clear_objfiles.connect(_new_files)
