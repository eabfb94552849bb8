"""A path through Python objects, parsed: ``self.items[3]["k"].x``."""

import ast
import keyword

from .errors import UserError

MAX_LENGTH = 10000  # characters; the parser of Python 3.9 crashes on what is nested very deeply


class Attribute:
    """``.name``"""

    def __init__(self, name):
        self.name = name

    def __str__(self):
        return "." + self.name


class Index:
    """``[key]`` with an int, str, bool or None."""

    def __init__(self, key):
        self.key = key

    def __str__(self):
        return "[%r]" % (self.key,)


def parse(expression):
    """(first name, steps). Raises UserError for what is no such path."""
    if len(expression) > MAX_LENGTH:
        raise too_deep(expression)
    try:
        node = ast.parse(expression.strip(), mode="eval").body
    except (RecursionError, MemoryError):
        raise too_deep(expression)
    except (SyntaxError, ValueError) as error:
        reason = getattr(error, "msg", str(error))
        raise UserError("'%s' is no Python expression: %s." % (expression, reason))
    steps = []
    while not isinstance(node, ast.Name):
        steps.append(step(node, expression))
        node = node.value
    return node.id, steps[::-1]


def step(node, expression):
    if isinstance(node, ast.Attribute):
        return Attribute(node.attr)
    if isinstance(node, ast.Subscript):
        return Index(key(node.slice, expression))
    raise refusal(expression)


def key(node, expression):
    """A literal; literal_eval also knows a leading minus."""
    if type(node).__name__ == "Index":  # around the key, up to Python 3.8
        node = node.value
    try:
        value = ast.literal_eval(node)
    except (RecursionError, MemoryError):
        raise too_deep(expression)
    except (ValueError, TypeError, SyntaxError):
        raise refusal(expression)
    if value is None or isinstance(value, (int, str)):
        return value
    raise refusal(expression)


def is_name(text):
    """Can a path have it as a name?"""
    return text.isidentifier() and not keyword.iskeyword(text)


def too_deep(expression):
    return UserError("'%s...' has too many parts to be evaluated." % expression[:80])


def refusal(expression):
    return UserError(
        "'%s' would have to run code in the stopped program, which is not done here; what can be "
        'evaluated is a path such as self.items[3]["k"].x.' % expression
    )
