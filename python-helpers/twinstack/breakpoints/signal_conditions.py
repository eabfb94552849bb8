"""Conditions of the filters for signals, decided inside GDB: a signal whose condition is false leaves
the step in which it came as it is, which a stop that is resumed would not.

A filter with a condition is a ``catch signal`` (as GDB has no internal ones, ``info breakpoints``
shows it) with the condition ``$_twinstack_signal()``. MI gives no reason for a stop there
(``*stopped,frame={…}``, GDB 10 to 18); what was caught is kept until the program runs on.
"""

import signal

import gdb

from ..errors import UserError
from ..inferior import program_calls
from ..later import re
from ..mi import unasked
from ..resumes import on_resume
from ..said import said

_MALFORMED = re.compile(r"syntax error|^Invalid|^Unmatched|^Unterminated|^Junk|has one line")
_catchpoints = []  # their numbers
_conditions = {}  # name of a signal -> expression of C
_caught = {}  # global number of a thread -> name of the signal that it stopped at


class SignalCondition(gdb.Function):
    """``$_twinstack_signal()``: whether the program stops at the signal that it has just got."""

    def __init__(self):
        super().__init__("_twinstack_signal")

    def invoke(self):
        name = _name()
        wanted = _is_wanted(name)
        if wanted:
            _caught[gdb.selected_thread().global_num] = name
        return wanted


def define():
    """Define the convenience function ``$_twinstack_signal`` in GDB; to be called once."""
    SignalCondition()


def replace(conditions):
    """Stop at signals where a condition holds, and at no others by this module: {name: expression of C}."""
    while _catchpoints:
        gdb.execute("delete %d" % _catchpoints.pop(), to_string=True)
    _conditions.clear()
    _conditions.update(conditions)
    if conditions:
        gdb.execute("catch signal " + " ".join(conditions), to_string=True)
        _catchpoints.append(int(gdb.convenience_variable("bpnum")))
        gdb.execute("condition $bpnum $_twinstack_signal()", to_string=True)


def check(condition):
    """Raise UserError where it is no expression; what it names may be there when a signal comes."""
    try:
        said("whatis " + condition)
    except gdb.error as error:
        if _MALFORMED.search(str(error)):
            raise UserError("The condition '%s' cannot be used: %s" % (condition, error)) from None


def caught(thread):
    """The name of the signal at which the thread of that global number has stopped here; or None."""
    return _caught.get(thread)


def _name():
    return signal.Signals(int(gdb.parse_and_eval("$_siginfo.si_signo"))).name


def _is_wanted(name):
    condition = _conditions.get(name, "1")
    try:
        with program_calls.only_where_possible():
            return bool(gdb.parse_and_eval(condition))
    except gdb.error as error:
        unasked.sentence(
            "Stopped at %s because the condition '%s' of its filter could not be evaluated: %s"
            % (name, condition, error)
        )
        return True


@on_resume
def forget(thread=None):
    """Forget what that thread, or any, had stopped at."""
    if thread is None:
        _caught.clear()
    _caught.pop(thread, None)
