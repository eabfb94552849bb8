"""DAP's logMessage: text in which ``{expression}`` stands for a value of the frame that is there.

Braces within an expression are balanced, those in its strings and characters do not count;
``\\{`` and ``\\}`` are braces of the text. Nothing in the program is called or written.
"""

import gdb

from .. import session
from ..cython.expressions import in_c, of_python
from ..errors import NoPython, UserError
from ..inferior import read_only
from ..later import re
from ..native import printers, python_pointers
from ..native.format_specifiers import Specified

_TEXT = re.compile(r"\\[{}]|[{}]|[^{}\\]+|.", re.DOTALL)
_CODE = re.compile(r"""\\[{}]|[{}]|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^{}"'\\]+|.""", re.DOTALL)
_PATH = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$")
_SCALARS = (gdb.TYPE_CODE_INT, gdb.TYPE_CODE_FLT, gdb.TYPE_CODE_BOOL, gdb.TYPE_CODE_ENUM)


class LogMessage:
    """Text and Expressions in turn. Raises UserError as ``pieces``, and for an expression that assigns."""

    def __init__(self, template):
        self.parts = [Expression(each) if index % 2 else each for index, each in enumerate(pieces(template))]

    def text(self):
        """The message at the present hit; what an expression cannot give is told in its place."""
        return "".join(map(str, self.parts))


class Expression:
    """An expression between braces, evaluated whenever its text is asked for: str() of it."""

    def __init__(self, source):
        read_only.check(source)
        self.source = source
        self.is_path = bool(_PATH.match(source))

    def __str__(self):
        try:
            return self._of_python() or self._scalar() or self._guarded()
        except Exception as error:  # GDB's many kinds, and those of a printer, which is anybody's code
            return "<error: %s>" % read_only.sentence(self.source, error)

    def _of_python(self):
        """The text of an expression about Python objects in a function of Cython's; None of any other."""
        python = of_python(self.source, session.at_breakpoint)
        return python and python.text(self.source)

    def _scalar(self):
        """What can call nothing, neither an operator of C++ nor a pretty-printer, needs no guard,
        which costs MI four records; None for anything else."""
        value = gdb.parse_and_eval(in_c(self.source)) if self.is_path else None
        return str(value) if value is not None and value.type.code in _SCALARS else None

    def _guarded(self):
        with read_only.looking():
            specified = Specified(self.source)
            value = specified.value()
            return specified.text(value) or _text(value)


def pieces(template):
    """Text, the source of an expression, text, and so on, of a log message. Raises UserError for braces that do not match."""
    return list(_pieces(template))


def _pieces(template):
    text, source, depth = "", "", 0
    for token in _tokens(template):
        depth += (token == "{") - (token == "}")
        if depth < 0:
            raise _unmatched(template)
        if depth == 0 and token == "}":
            yield _expression(source, template)
            source = ""
        elif depth == 1 and token == "{":
            yield text
            text = ""
        elif depth:
            source += token
        else:
            text += token[-1] if token in ("\\{", "\\}") else token
    if depth:
        raise _unmatched(template)
    yield text


def _tokens(template):
    """Quotes begin a string only within braces; elsewhere they are marks of the text, as in "it's"."""
    position, depth = 0, 0
    while position < len(template):
        token = (_CODE if depth else _TEXT).match(template, position).group()
        depth += (token == "{") - (token == "}")
        position += len(token)
        yield token


def _expression(source, template):
    if not source.strip():
        raise UserError("The log message '%s' has braces without an expression in them." % template)
    return source.strip()


def _unmatched(template):
    return UserError(
        "The braces of the log message '%s' do not match; \\{ and \\} stand for braces of the text."
        % template
    )


def _text(value):
    """As variables show it. GDB says inside stop() that the threads run, hence ``at_breakpoint``."""
    address = python_pointers.address_in(value, value.type.strip_typedefs())
    if address:
        try:
            return session.at_breakpoint().runtime.readers.text(address)
        except NoPython:
            pass
    return printers.value_text(value)
