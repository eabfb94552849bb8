"""The command py-list: the source around the line of a Python frame."""

import gdb

from ..errors import UserError
from ..later import re
from . import here, sources
from .command import command

RANGE = re.compile(r"(\d+)(?:\s*,\s*(\d+))?$")
AROUND = 5  # lines before and after the current one
COUNT = 10


@command("py-list", gdb.COMMAND_FILES)
def py_list(argument):
    """List the Python source around the current line, which is marked with ">".

    py-list START: from line START on. py-list START, END: these lines."""
    wanted = lines_wanted(argument)
    _, frame = here.selected_frame()
    if frame is None:
        return ["Unable to locate gdb frame for python bytecode interpreter"]
    current = frame.position.line
    if current is None:
        return ["Unable to read python frame line number"]
    try:
        lines = sources.read(frame.code.file)
    except OSError as error:
        return ["Unable to open %s: %s" % (frame.code.file, error)]
    first, last = wanted or around(current)
    if first > len(lines):
        raise beyond(frame.code.file, first, len(lines))
    return numbered(lines, current, first, last)


def lines_wanted(argument):
    """(first, last), or None without an argument."""
    if not argument:
        return None
    match = RANGE.match(argument)
    if not match:
        text = "'py-list' takes a line, or two separated by a comma, not '%s'." % argument
        raise UserError(text)
    start = int(match.group(1))
    return start, int(match.group(2) or start + COUNT)


def beyond(file, line, count):
    """The UserError for lines that a file does not have, in the words of GDB's ``list``."""
    text = "Line number %d out of range; \"%s\" has %d lines."
    return UserError(text % (line, file, count))


def around(current):
    return current - AROUND, current + AROUND


def numbered(lines, current, first, last):
    """The lines first to last, counted from 1."""
    first = max(1, first)
    for number, line in enumerate(lines[first - 1 : max(0, last)], first):
        mark = ">" if number == current else ""
        yield "%4s    %s" % (mark + str(number), line)
