"""The first children of a value with a pretty-printer, in one line behind its own text, as GDB shows them:
``std::vector of length 3, capacity 4 = {1, 2, 3}``."""

import itertools

from .. import time_limit
from ..later import re
from .printers import CHILDREN_ALONE, as_text
from .texts import bounded

LENGTH = 60  # characters from which on no further child is shown
MOST = 20  # children
_NUMBER = re.compile(r"\[\d+\]$")
_CONTAINED = ("[contained value]", "get()")  # of libstdc++'s optional, variant and any; of its pointers


def with_children(shown):
    """The text of a printers.Shown and of its first children; without these where they take too long or
    cannot be read."""
    if shown.items is None:
        return shown.text
    try:
        children = time_limit.of_preview(lambda: _children(shown.items))
    except (Exception, time_limit.TookTooLong):  # a printer is anybody's code; they are told where they are opened
        return shown.text
    if not children:
        return shown.text
    return children if shown.text == CHILDREN_ALONE else "%s = %s" % (shown.text, children)


def _children(items):
    found = list(_texts(items))
    if len(found) == 1 and found[0][0] in _CONTAINED:
        return found[0][1]
    named = items.hint == "map"
    texts = (text if not name or _NUMBER.match(name) and not named else "%s = %s" % (name, text) for name, text in found)
    return "{%s}" % ", ".join(texts) if found else ""


def _texts(items):
    """(name, text) of the first children; a last one "…" for the others."""
    size = 0
    for index, child in enumerate(itertools.islice(items.first(), MOST + 1)):
        if size > LENGTH or index == MOST:
            yield "", "…"
            return
        if isinstance(child.value, Exception):
            raise child.value
        name, text = bounded(child.name, LENGTH), bounded(as_text(child.value), LENGTH)
        size += len(name) + len(text) + 2
        yield name, text
