"""Signals as DAP's exception filters.

A signal whose filter is off passes to the program without a stop. SIGINT and SIGTRAP, which
debuggers use themselves, and those of job control are left as GDB handles them.
"""

import gdb

from ..said import said
from . import signal_conditions

DEADLY = ("SIGSEGV", "SIGABRT", "SIGFPE", "SIGBUS", "SIGILL")
OTHERS = "other_signals"
OTHER_SIGNALS = (
    "SIGHUP SIGQUIT SIGSYS SIGPIPE SIGTERM SIGUSR1 SIGUSR2 SIGXCPU SIGXFSZ SIGPWR SIGIO SIGPOLL SIGLOST"
).split()
FILTERS = DEADLY + (OTHERS,)
_always = {}  # filter -> whether the program always stops at its signals, as far as it was set here


def stop_at(wanted):
    """Stop at the signals of the filters ``wanted``: {filter: condition or ""}. What the user has told
    GDB of a signal stays where its filter does not change, and whether it is passed on in any case."""
    conditions = {}
    for name in FILTERS:
        names = _known() if name == OTHERS else [name]
        always = name in wanted and not wanted[name]
        if _always.get(name) != always:
            _always[name] = always
            how = "stop print" if always else "nostop noprint"
            gdb.execute("handle %s %s" % (" ".join(names), how), to_string=True)
        if wanted.get(name):
            conditions.update(dict.fromkeys(names, wanted[name]))
    signal_conditions.replace(conditions)


def _known():
    """Those of OTHER_SIGNALS that this GDB knows."""
    names = {text.split(None, 1)[0] for text in said("info signals").splitlines() if text.startswith("SIG")}
    return [each for each in OTHER_SIGNALS if each in names]
