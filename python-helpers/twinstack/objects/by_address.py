"""Python objects by their addresses, for whoever meets one: the door to the readers."""

from .. import session
from ..errors import CorruptMemory, NoPython
from . import variables

ALIGNMENT = 8


def is_object(address):
    """Could a Python object lie here? Looks at alignment and type; runs nothing."""
    try:
        readers = session.python().readers
        return address % ALIGNMENT == 0 and readers.types.of(address) is not None
    except (CorruptMemory, NoPython):
        return False


def describe(address):
    """{"value", "type", "object", "named", "indexed", ...} of the object at ``address``.

    Raises NoPython without a CPython; what cannot be read is a value "<error: ...>".
    """
    return variables.describe(session.python().readers, address)


def children(address, only=None, start=0, count=100, group=None):
    """VARIABLEs of a page of the object's children; see variables.children."""
    return variables.children(session.python().readers, address, only, start, count, group)
