"""Native values handed out by number, for as long as the program stands still."""

import itertools

from . import session
from .errors import StaleError

_numbers = itertools.count(1)
_kept = {}


def keep(container):
    """The number under which ``container`` can be opened; no number is ever used twice."""
    number = next(_numbers)
    _kept[number] = container
    return number


def kept(number):
    """The container of handle ``number``; StaleError when the program has run since."""
    try:
        return _kept[number]
    except KeyError:
        raise StaleError("This value was shown at an earlier stop; the program has run since.") from None


@session.on_resume
def forget():
    """Drop every value of the stop that has ended."""
    _kept.clear()
