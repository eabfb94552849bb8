"""Work for which the program has to run unseen: generators, carried on from one stop to the next.

An errand yields a Run whenever the program is to run, and goes on at the stop behind it. GDB/MI shows these stops; who drives it
resumes the program as the answer says and asks ``python-stop`` at the stop, until there is no "run" in the answer.
"""

from collections import namedtuple

import gdb

from .. import inferior_calls

# The thread that is to be resumed, and after how many milliseconds the program is to be interrupted.
Run = namedtuple("Run", "thread within")

_under_way = None


def begin(generator):
    """What an operation answers: {"run": {"thread", "within"}}, or {"result": what the errand has come to}."""
    global _under_way
    _under_way = generator
    inferior_calls.errand(True)
    return go_on()


def is_under_way():
    return _under_way is not None


def go_on():
    """At the stop behind a "run": as ``begin``."""
    try:
        return {"run": next(_under_way)._asdict()}
    except StopIteration as end:
        _ended()
        return {"result": end.value}
    except BaseException:
        _ended()
        raise


def _ended(event=None):
    global _under_way
    if _under_way is not None:
        _under_way = None
        inferior_calls.errand(False)


gdb.events.exited.connect(_ended)
