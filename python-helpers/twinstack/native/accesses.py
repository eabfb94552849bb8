"""The expressions that reach native values: what is appended to a parent's to reach its child.

An access is None where no expression would lead to the same thing.
"""

import collections

from ..later import re
from .type_codes import STRUCTS

_NAME = re.compile(r"[^\W\d][\w$]*")
_PATH = re.compile(r"[\w$]+(?:(?:::|\.|->)[\w$]+|\[\d+\])*")


def root(expression, evaluated_once=False):
    """The access of a whole expression: parenthesised, unless suffixes bind to it as it is.

    ``evaluated_once``: it may write or call, hence nothing but a plain path may be repeated.
    """
    if _PATH.fullmatch(expression):
        return expression
    return None if evaluated_once else "(%s)" % expression


class Reach:
    """How the fields of a class, of its bases and of its anonymous members are reached.

    ``joint`` ("." or "->") comes after the expression of a value of type ``whole``. ``base``: the
    base class of it that the fields belong to; "" for the anonymous members of a base class, None
    for ``whole`` itself.
    """

    def __init__(self, joint, whole, base=None):
        self._joint, self._whole, self._base = joint, whole, base
        self._members = None

    def within(self, field):
        """The Reach of the fields of ``field``: a base class, or an anonymous member."""
        if field.is_base_class:
            return Reach(self._joint, self._whole, field.name)
        return self if self._base is None else Reach(self._joint, self._whole, "")

    def access(self, field):
        """Of a field by its name; below a base class that is one of several with this name, with
        the name of the class."""
        if not _NAME.fullmatch(field.name):  # such as a _vptr.Class
            return None
        if self._base is None:
            return self._joint + field.name
        if self._members is None:
            self._members = _members(self._whole)
        fields, bases = self._members
        if fields[field.name] == 1:
            return self._joint + field.name
        if bases[self._base] == 1 and not _is_static(field):
            return self._joint + quoted(self._base) + "::" + field.name
        return None


class Nowhere:
    """The Reach of fields that no expression reaches from that of the value around them."""

    def within(self, field):
        return self

    def access(self, field):
        return None


NOWHERE = Nowhere()


def _is_static(field):
    return not hasattr(field, "bitpos")


def quoted(class_name):
    """The name of a class, or of what is in one. GDB's parser takes "(anonymous namespace)::A" only in quotes."""
    return "'%s'" % class_name if class_name.startswith("(") else class_name


def _members(whole):
    """How often each field's name and each base class occurs in a class and what it inherits."""
    fields, bases = collections.Counter(), collections.Counter()
    waiting = [whole.strip_typedefs()]
    while waiting:
        for field in waiting.pop().fields():
            kind = field.type.strip_typedefs()
            if field.is_base_class or (not field.name and kind.code in STRUCTS):
                waiting.append(kind)
            (bases if field.is_base_class else fields)[field.name] += 1
    return fields, bases
