"""What cppdbg takes behind an expression: "count,x", "text,s", "pointer,[10]". To C it would be a comma operator."""

import gdb

from ..cython.expressions import in_c
from ..inferior.read_only import LITERAL
from ..later import re
from . import accesses
from .texts import first_elements, in_format

FORMATS = {"x": "x", "h": "x", "d": "d", "o": "o", "b": "t", "c": "c", "s": "s"}
_BEHIND = re.compile(r"(.*\S)\s*,\s*(?:([%s])|\[(\d+)\])\s*$" % "".join(FORMATS), re.DOTALL)


class Specified:
    """An expression: ``plain``, without its specifier; ``letter`` of FORMATS and ``count`` of elements, or None."""

    def __init__(self, expression):
        self.plain, self.letter, self.count = in_c(expression), None, None
        expression = self.plain
        found = _BEHIND.match(expression)
        if found and _is_closed(found.group(1)) and not (found.group(2) and _is_name(found.group(2))):
            self.plain, self.letter, self.count = found.group(1), found.group(2), int(found.group(3) or 0) or None

    def value(self):
        """The gdb.Value: of what a pointer points to, or of an array, as many elements as were asked for."""
        value = gdb.parse_and_eval(self.plain)
        if self.count is None:
            return value
        if value.type.strip_typedefs().code == gdb.TYPE_CODE_ARRAY:
            value = value[value.type.strip_typedefs().range()[0]].address
        return first_elements(value, self.count)

    def access(self, evaluated_once):
        """The expression for the value, or for the first ``count`` that it points to; None where it must not be evaluated again."""
        if self.count is None:
            return accesses.root(self.plain, evaluated_once)
        return None if evaluated_once else "((%s)[0]@%d)" % (self.plain, self.count)

    def shown(self, row, value):
        """The VARIABLE with its value in the format."""
        text = self.text(value)
        return row if text is None else dict(row, value=text)

    def text(self, value):
        """The value in the format; None where that is the usual one."""
        return None if self.letter in (None, "s") else in_format(value, FORMATS[self.letter])


def _is_closed(expression):
    """Whether all its brackets are, so that the comma behind it is of no call in it."""
    code = LITERAL.sub("", expression)
    return all(code.count(opening) == code.count(closing) for opening, closing in ("()", "[]", "{}", '""'))


def _is_name(letter):
    """Whether it is a name of the frame's own program or library; some other library may have a static variable ``b``."""
    symbol, is_of_this = gdb.lookup_symbol(letter)
    if symbol is None or symbol.needs_frame:
        return symbol is not None or bool(is_of_this)
    place = gdb.selected_frame().find_sal().symtab
    return place is not None and symbol.symtab is not None and symbol.symtab.objfile == place.objfile
