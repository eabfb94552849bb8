"""How much a value is that is computed, and whether that is too much to be done at each stop."""

from ..errors import ForConsole

MAX_TEXT = 100000  # characters and items
MAX_BITS = 10000  # of a number
CONTAINERS = tuple, list, set, frozenset


def is_too_much(kind, left, right):
    """Whether an operation would take long, or give much."""
    if kind == "Mod":
        return isinstance(left, (str, bytes))  # a format
    if not isinstance(left, int) or not isinstance(right, int):
        return kind == "Mult" and weight(left) * weight(right) > MAX_TEXT
    if kind == "Pow":
        return left.bit_length() * abs(right) > MAX_BITS
    return kind == "LShift" and right > MAX_BITS


def is_much(value):
    return value.bit_length() > MAX_BITS if isinstance(value, int) else weight(value) > MAX_TEXT


def weight(value):
    """How many characters and items a value has; a number is as many as it may repeat."""
    if isinstance(value, (str, bytes)):
        return 1 + len(value)
    if isinstance(value, CONTAINERS):
        return 1 + sum(weight(each) if not isinstance(each, int) else 1 for each in value)
    return max(1, value) if isinstance(value, int) else 1


def refusal(expression):
    return ForConsole("'%s' takes too much to be computed at each stop" % expression, "; type it in the debug console")
