"""The elements of libstdc++'s std::vector at any position: its printer goes through all those before
(bits/stl_vector.h: _M_impl with the pointers _M_start and _M_finish)."""

import gdb

from ..later import re
from .members import anew, read

_VECTOR = re.compile(r"std::(?:__cxx1998::|__debug::)?vector<(?!bool[,>])")


def elements_of(value):
    """The Elements of a vector; None where the value is something else."""
    kind = value.type.strip_typedefs()
    if kind.code != gdb.TYPE_CODE_STRUCT or not _VECTOR.match(kind.name or ""):
        return None
    try:
        return VectorElements(value)
    except (gdb.error, RuntimeError):  # of another library, or damaged
        return None


class VectorElements:
    """The elements of a std::vector, read where they lie; a container as members has them."""

    sort = "indexed"
    hint = "array"

    def __init__(self, value):
        self.value = value
        self.count = max(0, int(value["_M_impl"]["_M_finish"] - self._first()))

    def _first(self):
        return anew(self.value)["_M_impl"]["_M_start"]

    def position_of(self, index):
        return index

    def first(self):
        """Generates its elements for as long as is asked, from the first on."""
        return (self.page(index, 1)[0] for index in range(self.count))

    def page(self, start, count):
        first = self._first()
        return [_element(first, index) for index in range(start, min(start + count, self.count))]


def _element(first, index):
    return read("[%d]" % index, lambda: first[index], "._M_impl._M_start[%d]" % index)
