"""How long pretty-printers may take: they are anybody's code, and one of them may loop.

By the interval timer of the process (signal.setitimer), which ends Python code wherever it is; GDB
uses no SIGALRM itself, and a program that it starts inherits neither timer nor handler.
"""

import contextlib
import functools
import signal

VALUE = 1.0  # seconds for the text of one value
LEAST = 0.02  # where others of the same operation have taken all their time
PAGE = 15.0  # for the children of one page: a far one of a map is reached through all before
AGAIN = 0.1  # it rings until it is heard

_value = VALUE
_is_on = False


class TookTooLong(BaseException):
    """No Exception, so that a printer that catches those does not catch this one."""

    def __str__(self):
        return "it took too long and was given up"


def begin():
    """A new operation: nothing in it has taken too long yet."""
    global _value
    _value = VALUE


@contextlib.contextmanager
def of_value():
    """Raise TookTooLong where what is inside takes longer than one value may: half as long after
    each that did, so that a page of such values comes to an end."""
    global _value
    try:
        with _within(_value):
            yield
    except TookTooLong:
        _value = max(LEAST, _value / 2)
        raise


def of_page():
    """As ``of_value``, for the children of a page without their texts."""
    return _within(PAGE)


@contextlib.contextmanager
def _within(seconds):
    global _is_on
    if _is_on:  # the outer limit holds
        yield
        return
    _watch()
    _is_on = True
    signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
    try:
        yield
    finally:
        _is_on = False
        signal.setitimer(signal.ITIMER_REAL, 0)


@functools.lru_cache(maxsize=None)
def _watch():
    signal.signal(signal.SIGALRM, _ring)


def _ring(number, frame):
    if _is_on:
        raise TookTooLong()
