"""How long pretty-printers may take: they are anybody's code, and one of them may loop.

By the interval timer of the process (signal.setitimer), which ends Python code wherever it is; GDB
uses no SIGALRM itself, and a program that it starts inherits neither timer nor handler. It ends no
code but what is limited: neither a handler of GDB's events that is called within it, which would
leave its state half done, nor what begins and ends a limit. While the program runs for a call, what
waits for it is not limited; a breakpoint's own code that is reached by then is.
"""

import functools
import signal
import time

from .inferior import inferior_calls

VALUE = 1.0  # seconds for the text of one value
LEAST = 0.02  # where others of the same operation have taken all their time
PAGE = 15.0  # for the children of one page: a far one of a map is reached through all before
COPY = 2.0  # for a text in full, which says then how far it has come
PREVIEW = 0.2  # for the first children of a value in one line
AGAIN = 0.05  # it rings until it is heard
SOONEST = 1e-6  # 0 would turn the timer off

_left = {}  # what is left of VALUE and of PREVIEW, by these names, where some have taken all their time
_limit = None  # the Limit that holds now
_shielded = set()  # code that must run to its end


class TookTooLong(BaseException):
    """No Exception, so that a printer that catches those does not catch this one."""

    def __str__(self):
        return "it took too long and was given up"


class Limit:
    def __init__(self, seconds):
        self.end, self.calls = time.monotonic() + seconds, inferior_calls.depth()
        self.has_rung = False


def begin():
    """A new operation: nothing in it has taken too long yet."""
    _left.clear()


def shielded(function):
    """A decorator for what GDB calls at an event: it is not ended, and what it keeps stays whole."""
    _shielded.add(function.__code__)
    return function


def of_value(function):
    """``function()``, or TookTooLong where that takes longer than one value may: half as long after
    each that did, so that a page of such values comes to an end."""
    return _halving("value", VALUE, function)


def of_preview(function):
    """As ``of_value``, for its first children in one line."""
    return _halving("preview", PREVIEW, function)


def _halving(name, seconds, function):
    seconds = _left.get(name, seconds)
    try:
        return _within(seconds, function)
    except TookTooLong:
        _left[name] = max(LEAST, seconds / 2)
        raise


def of_page(function):
    """As ``of_value``, for the children of a page without their texts."""
    return _within(PAGE, function)


def of_copy(function):
    """As ``of_value``, for the text of a value in full."""
    return _within(COPY, function)


@shielded
def _within(seconds, function):
    """``function()``; TookTooLong where the time was over, also where GDB has swallowed that, as it does in the printer of a value within another."""
    global _limit
    if _limit is not None and _limit.calls == inferior_calls.depth():  # the outer limit holds
        return _limited(function)
    _watch()
    outer, _limit = _limit, Limit(seconds)
    _arm()
    try:
        found = _limited(function)
        if _limit.has_rung or _is_over(_limit):
            raise TookTooLong()
        return found
    finally:
        _limit = outer
        _arm()


def _limited(function):
    return function()


@shielded
def _arm():
    left = 0 if _limit is None else max(SOONEST, _limit.end - time.monotonic())
    signal.setitimer(signal.ITIMER_REAL, left, AGAIN)


@functools.lru_cache(maxsize=None)
def _watch():
    signal.signal(signal.SIGALRM, _ring)


def _ring(number, frame):
    if _limit is not None and _is_over(_limit) and _is_limited(frame):
        _limit.has_rung = True
        raise TookTooLong()


def _is_over(limit):
    return limit.calls == inferior_calls.depth() and time.monotonic() >= limit.end


def _is_limited(frame):
    """Whether the frame is of what is limited, and not of what must run to its end."""
    while frame is not None and frame.f_code not in _shielded:
        if frame.f_code is _limited.__code__:
            return True
        frame = frame.f_back
    return False
