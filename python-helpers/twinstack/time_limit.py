"""How long pretty-printers may take: they are anybody's code, and one of them may loop.

By the interval timer of the process (signal.setitimer), which ends Python code wherever it is; GDB
uses no SIGALRM itself, and a program that it starts inherits neither timer nor handler.
"""

import contextlib
import functools
import signal
import time

VALUE = 1.0  # seconds for the text of one value
PAGE = 5.0  # for the children of one page
ALL = 5.0  # for everything that one operation shows
AGAIN = 0.1  # it rings until it is heard

_left = ALL
_is_on = False


class TookTooLong(BaseException):
    """No Exception, so that a printer that catches those does not catch this one."""

    def __str__(self):
        return "it took too long and was given up"


def begin():
    """A new operation has all its time before it."""
    global _left
    _left = ALL


@contextlib.contextmanager
def within(seconds):
    """Raise TookTooLong where what is inside takes longer, or when the operation's time is over."""
    global _left, _is_on
    if _is_on:  # the outer limit holds
        yield
        return
    if _left <= 0:
        raise TookTooLong()
    _watch()
    started, _is_on = time.monotonic(), True
    signal.setitimer(signal.ITIMER_REAL, min(seconds, _left), AGAIN)
    try:
        yield
    finally:
        _is_on = False
        signal.setitimer(signal.ITIMER_REAL, 0)
        _left -= time.monotonic() - started


@functools.lru_cache(maxsize=None)
def _watch():
    signal.signal(signal.SIGALRM, _ring)


def _ring(number, frame):
    if _is_on:
        raise TookTooLong()
