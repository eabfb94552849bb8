"""Keeping what is only looked at from changing the program: expressions and pretty-printers.

GDB's own switches ``may-call-functions`` and ``may-write-memory`` can be turned at any time;
``may-write-registers`` cannot while there is a process ("Cannot change this setting while the
inferior is running.", GDB 13.1), and a variable may live in a register. So an assignment is
refused by its syntax, which covers memory and registers alike.
"""

import contextlib

import gdb

from ..errors import UserError
from ..later import re
from . import targets

CALLS = "may-call-functions"
_SWITCHES = (CALLS, "may-write-memory")
LITERAL = re.compile(r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'')  # a string or character of C
_SHELL = re.compile(r"\$_shell\b")  # GDB 13 on
_ASSIGNMENT = re.compile(r"\+\+|--|<<=|>>=|(?<![=!<>])=(?!=)|\b(?:and|or|xor)_eq\b")


@contextlib.contextmanager
def looking(switches=_SWITCHES):
    """Within it GDB neither calls the program's functions nor writes its memory (of ``switches``, those that are
    named); a pretty-printer is code that may try. Afterwards the switches are as they were."""
    on = [name for name in switches if gdb.parameter(name)]
    try:
        _switch(on, "off")
        yield
    finally:
        _switch(on, "on")


def _switch(names, state):
    for name in names:
        gdb.execute("set %s %s" % (name, state), to_string=True)


def check(expression):
    """Raise UserError for an expression that assigns, or that runs a command of the shell."""
    code = LITERAL.sub('""', expression)
    if _ASSIGNMENT.search(code):
        raise UserError(
            "'%s' would change the program; %s." % (expression, _instead("assignments"))
        )
    if _SHELL.search(code):
        raise UserError("'%s' would run a command of the shell; such are for the debug console." % expression)


def sentence(expression, error):
    """GDB's refusal within ``looking`` as what the user should know."""
    if is_call(error):
        return "'%s' would call a function; %s." % (expression, _instead("calls"))
    return str(error)


def is_call(error):
    """Did GDB refuse a call within ``looking``?"""
    return CALLS + " is off" in str(error)


def _instead(what):
    """What the user can do instead of what was refused, as the end of a sentence."""
    if targets.is_core():
        return "a core file can only be read"
    return what + " are for the debug console"
