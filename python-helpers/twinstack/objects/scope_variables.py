"""The locals and globals of a Python frame as VARIABLEs: in groups, and with the names that reach them."""

from . import paths, variables
from .groups import MAX_GROUPED, Grouped


def of_locals(python, frame, group=None):
    """All of the frame's locals; or those of a group."""
    found = Grouped(python.readers, python.scopes.locals(frame))
    return rows(python.readers, found.entries(group))


def of_globals(python, frame, start, count, group=None):
    """A page of the frame's globals, or of a group of them: {"variables", "total"}."""
    readers = python.readers
    mapping, hidden = python.scopes.globals(frame), python.scopes.hiding_globals(frame)
    total = readers.dicts.length(mapping)
    if total > MAX_GROUPED:
        page = named(readers, readers.dicts.items(mapping, start, count))
        return {"variables": rows(readers, page, hidden), "total": total}
    grouped = Grouped(readers, named(readers, readers.dicts.items(mapping, 0, total)))
    page = grouped.entries(group)[start : start + count]
    return {"variables": rows(readers, page, hidden), "total": len(grouped.entries())}


def named(readers, items):
    return [(readers.attributes.name(key), value) for key, value in items]


def rows(readers, entries, hidden=()):
    """VARIABLEs of entries as groups.Grouped has them; names that are ``hidden`` have no
    expression."""

    def variable(name, address):
        return variables.variable(readers, name, address, None if name in hidden else access(name))

    return [each if isinstance(each, dict) else variable(*each) for each in entries]


def access(name):
    """The expression for a local or global variable; None where none reaches it, such as the
    first argument of a generator expression, ".0"."""
    return name if paths.is_name(name) else None
