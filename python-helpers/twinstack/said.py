"""The text of a command of GDB: the only reader of it."""

import os
import re

import gdb

from .later import ast

STREAM = re.compile(r'~"(.*)"$', re.MULTILINE)


def said(command):
    """What GDB says of a command. Within MI, GDB 18 says all but tables in records of MI."""
    text = executed(command)
    return "".join(map(plain, text.splitlines(True))) if STREAM.match(text) else text


def executed(command):
    """GDB decodes what it says in the host's charset, which the name of a file need not be in; such
    a name is decoded as that of a file that can be opened. GDB would run each line of the command, and
    what it is made of may come from the program: of two lines it raises gdb.error."""
    if "\n" in command or "\r" in command:
        raise gdb.error("A command of GDB has one line; this one has more: %r." % command)
    try:
        return gdb.execute(command, to_string=True)
    except UnicodeDecodeError as error:  # it holds all of it
        return os.fsdecode(error.object)


def plain(line):
    """The text of a line; in a string of MI escapes are as in C, octal ones for bytes of UTF-8."""
    found = STREAM.match(line)
    if not found:
        return line
    return ast.literal_eval('b"%s"' % found.group(1)).decode("utf-8", "replace")
