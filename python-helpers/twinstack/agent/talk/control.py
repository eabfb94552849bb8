"""The agent's ``control``: bytes that GDB reads and writes at any stop, without asking the agent; see inside/mailbox.py."""

from ... import session

IS_OFF, FORGET_STEPS, SETS_TRACE, WAKE = 0, 1, 2, 3  # which byte is what: the first three are 0 or 1, WAKE is as in inside/waking.py


class Control:
    """At the address ``start``, one byte each."""

    def __init__(self, start):
        self._start = start

    def read(self, which):
        """Also within a breakpoint's stop()."""
        return session.at_breakpoint().memory.read(self._start + which, 1)[0]

    def write(self, which, value=1):
        """As ``read``."""
        session.at_breakpoint().memory.write(self._start + which, bytes([value]))
