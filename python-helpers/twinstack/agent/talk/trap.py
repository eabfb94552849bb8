"""Where the agent tells GDB something: at the C code of gc.is_tracked(object)."""

import gdb

from ...inferior.arguments import passed
from ...mi import unasked


class TrapBreakpoint(gdb.Breakpoint):
    """At the function by which the agent tells GDB something. ``agent``: the conversation.Agent that is told."""

    agent = None
    silent = True

    def stop(self):
        """An error would count as a stop: it is told instead."""
        try:
            return self.agent.is_told(passed(gdb.newest_frame(), 1))
        except Exception as error:
            unasked.sentence("A message of Python's breakpoints was lost: %s: %s" % (type(error).__name__, error))
            return False
