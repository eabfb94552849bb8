"""A path through Python objects, parsed: ``self.items[3]["k"].x``."""

import keyword

from ..errors import ForConsole, UserError
from ..later import ast

ONLY_TYPED = ", which only what is typed in the debug console does"
LONGEST = 10000  # characters; CPython's own parser crashes on some tens of thousands of parts (3.9)


class Attribute:
    """The step ``.name`` of a path."""

    def __init__(self, name):
        self.name = name

    def __str__(self):
        return "." + self.name


class Index:
    """``[key]`` with a literal: int, str, bool, None, float, bytes, or a tuple of such."""

    def __init__(self, key):
        self.key = key

    def __str__(self):
        return "[%r]" % (self.key,)


class Range:
    """``[first:last]``, the last step of a path; either may be None."""

    def __init__(self, first, last):
        self.first, self.last = first, last

    def __str__(self):
        return "[%s:%s]" % tuple("" if end is None else end for end in (self.first, self.last))


class NoExpression(UserError):
    """What is no expression of Python, but may be statements."""


class NoPath(ForConsole):
    """What is an expression of Python, but no path that reading could follow."""


def parse(expression):
    """(first name, steps). Raises NoExpression, and NoPath for what is no such path."""
    node, steps = tree(expression), []
    while not isinstance(node, ast.Name):
        steps.append(step(node, expression))
        node = node.value
    if any(isinstance(each, Range) for each in steps[1:]):
        raise UserError("In '%s' more follows a slice; ask for its items by number." % expression)
    return node.id, steps[::-1]


def tree(expression):
    """The node of an expression's syntax tree. Raises NoExpression."""
    if len(expression) > LONGEST:
        raise too_deep(expression)
    try:
        return ast.parse(expression.strip(), mode="eval").body
    except (RecursionError, MemoryError):
        raise too_deep(expression)
    except (SyntaxError, ValueError) as error:
        reason = getattr(error, "msg", str(error))
        raise NoExpression("'%s' is no Python expression: %s." % (expression, reason))


def step(node, expression):
    if isinstance(node, ast.Attribute):
        return Attribute(node.attr)
    if isinstance(node, ast.Subscript):
        return subscript(node.slice, expression)
    raise refusal(expression)


def subscript(node, expression):
    if isinstance(node, ast.Slice):
        return part(node, expression)
    if type(node).__name__ == "Index":  # around the key, up to Python 3.8
        node = node.value
    key = literal(node, expression)
    if is_key(key):
        return Index(key)
    raise refusal(expression)


def part(node, expression):
    ends = (node.lower, node.upper, node.step)
    first, last, step = (each and literal(each, expression) for each in ends)
    if not all(each is None or isinstance(each, int) for each in (first, last, step)):
        raise refusal(expression)
    if step not in (None, 1):
        raise UserError("'%s' has a slice with a step; only [first:last] is read." % expression)
    return Range(first, last)


def literal(node, expression):
    """Its value; literal_eval also knows a leading minus."""
    try:
        return ast.literal_eval(node)
    except (RecursionError, MemoryError):
        raise too_deep(expression)
    except (ValueError, TypeError, SyntaxError):
        raise refusal(expression)


def is_key(value):
    """Can it be compared with the keys of a dict without running code?"""
    if isinstance(value, tuple):
        return all(map(is_key, value))
    return value is None or isinstance(value, (int, str, float, bytes))


def is_key_text(text):
    """Is this the literal of such a key?"""
    try:
        return is_key(ast.literal_eval(text))
    except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
        return False


def is_name(text):
    """Can a path have it as a name?"""
    return text.isidentifier() and not keyword.iskeyword(text)


def too_deep(expression):
    return UserError("'%s...' has too many parts to be evaluated." % expression[:80])


def refusal(expression):
    return NoPath(
        "'%s' would have to run code in the program" % expression,
        ONLY_TYPED,
        '; what needs none is a path such as self.items[3]["k"].x, and arithmetic, comparisons and len() of such.',
    )
