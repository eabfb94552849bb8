"""The variables of a function of Cython's as its author knows them: those of the .pyx, those of the functions around it."""

from ..native.members import read
from . import names

ADDED = "[added by Cython]"


def arranged(frame, children):
    """The Children of such a frame's variables, what Cython has added behind them. A variable that is in a closure has the value there;
    the one of a comprehension hides others while that runs."""
    found = {}
    for child in children:
        if child.name not in found or not names.is_null(child.value):
            found[child.name] = child
    for _, scope in reversed(list(names.scopes(frame))):
        found.update(_members(scope))
    return sorted(found.values(), key=lambda child: names.is_made(child.name))


def _members(scope):
    found = [field.name for field in scope.type.target().fields() if field.name.startswith(names.VARIABLE)]
    return {names.own(name): read(names.own(name), lambda: scope[name], names.own(name)) for name in found}


class Added:
    """What Cython has added to a function's variables, as members.Fields opens."""

    sort = "named"

    def __init__(self, children):
        self._children, self.count = children, len(children)

    def page(self, start, count):
        return self._children[start : start + count]


def split(children):
    """(Those of the .pyx, those that Cython has added)."""
    made = [child for child in children if names.is_made(child.name)]
    return [child for child in children if child not in made], made
