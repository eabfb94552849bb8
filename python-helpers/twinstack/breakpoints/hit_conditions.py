"""DAP's hitCondition: which hits of a breakpoint stop the program."""

import operator

from ..errors import UserError
from ..later import re

_FORM = re.compile(r"\s*(==|>=|<=|>|<|%|)\s*(\d+)\s*$")
_COMPARISONS = {
    "==": operator.eq,
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
    "%": lambda hits, every: hits % every == 0,
}


def parts(text):
    """A hit condition such as ">5" as (comparison, number). Raises UserError for what is none."""
    found = _FORM.match(text)
    if found is None or int(found.group(2)) == 0:
        raise UserError(
            "The hit condition '%s' is not understood; use N or ==N (the Nth hit), >N, >=N, <N, "
            "<=N, or %%N (every Nth hit), N being 1 or more." % text
        )
    return found.group(1) or "==", int(found.group(2))


def parsed(text):
    """A function from the number of hits, the present one included, to whether to stop."""
    comparison, number = parts(text)
    compare = _COMPARISONS[comparison]
    return lambda hits: compare(hits, number)
