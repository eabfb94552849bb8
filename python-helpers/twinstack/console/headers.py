"""The first lines of a Python frame, as libpython.py and Python's own tracebacks write them."""

from ..errors import CorruptMemory
from ..objects.kinds.base import Value


def header(python, frame, show):
    """``Frame 0x..., for file F, line N, in f (a=1, b=2)``; ``show`` writes an object's text."""
    code = frame.code
    place = frame.address, code.file, line_of(frame), code.name
    locals_shown = assignments(python, frame, show)
    return "Frame 0x%x, for file %s, line %s, in %s (%s)" % (place + (locals_shown,))


def assignments(python, frame, show):
    """The arguments or locals of a frame in one line, ``a=1, b=2``, each as ``show`` writes it."""
    named = variables(python, frame)
    return ", ".join("%s=%s" % (name, shown(value, show)) for name, value in named)


def traceback_line(frame):
    """A frame as tracebacks have it: ``File "F", line N, in f``; "?" for a line that is not known."""
    code = frame.code
    return 'File "%s", line %s, in %s' % (code.file, line_of(frame), code.name)


def line_of(frame):
    line = frame.position.line
    return "?" if line is None else line


def variables(python, frame):
    """The frame's own locals: (name, address or CorruptMemory); a module has none."""
    try:
        return python.scopes.own(frame)
    except CorruptMemory as error:
        return [("<locals>", error)]


def shown(value, show):
    if isinstance(value, CorruptMemory):
        return "<error: %s>" % value
    return value.text if isinstance(value, Value) else show(value)
