"""Keeping an expression that is only looked at from changing the program.

GDB's own switches ``may-call-functions`` and ``may-write-memory`` can be turned at any time;
``may-write-registers`` cannot while there is a process ("Cannot change this setting while the
inferior is running.", GDB 13.1), and a variable may live in a register. So an assignment is
refused by its syntax, which covers memory and registers alike.
"""

import contextlib
import re

import gdb

from .errors import UserError

_SWITCHES = ("may-call-functions", "may-write-memory")
_LITERAL = re.compile(r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'')
_ASSIGNMENT = re.compile(r"\+\+|--|<<=|>>=|(?<![=!<>])=(?!=)")


@contextlib.contextmanager
def guard(expression, allowed):
    """Within it ``expression`` neither writes nor calls, unless that is ``allowed``."""
    if allowed:
        yield
        return
    if _ASSIGNMENT.search(_LITERAL.sub('""', expression)):
        raise UserError(
            "'%s' would change the program; assignments are for the debug console." % expression
        )
    try:
        _switch("off")
        yield
    finally:
        _switch("on")


def _switch(state):
    for name in _SWITCHES:
        gdb.execute("set %s %s" % (name, state), to_string=True)


def sentence(expression, error):
    """GDB's refusal as what the user should know."""
    if "may-call-functions is off" in str(error):
        return "'%s' would call a function; calls are for the debug console." % expression
    return str(error).rstrip(".") + "."
