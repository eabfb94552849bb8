"""The condition of a filter of Python's exceptions: names of types, separated by commas."""

import re

from ..errors import UserError

NAME = re.compile(r"[^\W\d]\w*(\.[^\W\d]\w*)*")
NOT_A_NAME = "'%s' is no name of a type; name types of Python, separated by commas: ValueError, app.errors.Failure."


def names_of_types(condition):
    """What the condition of a filter names, none where it is empty. Raises UserError."""
    names = [each.strip() for each in condition.split(",")] if condition else []
    for each in names:
        if not NAME.fullmatch(each):
            raise UserError(NOT_A_NAME % each)
    return names
