"""What is to be told to an agent: the commands that wait, and those that it carries out."""

import collections

from .control import FORGET_STEPS

# ``done`` is called with the value or the error (a text) of the agent's reply.
Command = collections.namedtuple("Command", "words done")


def _nobody(value, error):
    """Takes the reply to a command that nobody waits for."""


class Commands:
    """Those of one agent. Its own: ``_asked``, those that are being carried out, each in the midst of the one before; ``_step``, the kind of the step that was
    asked for."""

    def __init__(self, control):
        self._control = control
        self._waiting, self._asked, self._step = collections.deque(), [], None

    def ask(self, *words, done=_nobody):
        """At its next safe point the agent is asked for a command: its name and arguments, literals of Python. ``done``: as of Command."""
        self._waiting.append(Command(words, done))

    def ask_step(self, *words):
        """At its next safe point the agent begins a step: "step", and the arguments of inside/steps.py for that."""
        self.ask(*words)
        self._step = words[1]

    def are_waiting(self):
        return bool(self._waiting)

    def are_under_way(self):
        """Whether the agent is in the midst of one."""
        return bool(self._asked)

    def next_into(self, mailbox):
        """Write the next one that waits into a mailbox; was there one?"""
        if not self._waiting:
            return False
        self._write(mailbox, self._waiting.popleft())
        return True

    def at_once(self, mailbox, *words):
        """Write one into a mailbox before those that wait; nobody waits for its reply."""
        self._write(mailbox, Command(words, _nobody))

    def _write(self, mailbox, command):
        self._asked.append(command)
        if command.words[0] == "step":
            self._let_steps_begin()
        mailbox.answer(*command.words)

    def again(self, mailbox):
        """Write the last one anew, for which there was no room."""
        mailbox.answer(*self._asked[-1].words)

    def replied(self, value, error):
        """The last one is done. Its name."""
        asked = self._asked.pop()
        asked.done(value, error)
        return asked.words[0]

    def steps_on(self, kind):
        """A step of that kind goes on without a command, or as if it had not been forgotten."""
        self._let_steps_begin()
        self._step = kind

    def _let_steps_begin(self):
        """From here on FORGET_STEPS is about the step that is asked for, which forgets those before."""
        if self._control.read(FORGET_STEPS):
            self._control.write(FORGET_STEPS, 0)

    def drop_steps(self):
        """None is asked for any more. The kind of the one that was, or None."""
        self._waiting = collections.deque(each for each in self._waiting if each.words[0] != "step")
        kind, self._step = self._step, None
        return kind
