"""The text of a command of GDB."""

import re

import gdb

from .later import ast

STREAM = re.compile(r'~"(.*)"$', re.MULTILINE)


def said(command):
    """What GDB says of a command. Within MI, GDB 18 says all but tables in records of MI."""
    text = gdb.execute(command, to_string=True)
    return "".join(map(plain, text.splitlines(True))) if STREAM.match(text) else text


def plain(line):
    """The text of a line; in a string of MI escapes are as in C, octal ones for bytes of UTF-8."""
    found = STREAM.match(line)
    if not found:
        return line
    return ast.literal_eval('b"%s"' % found.group(1)).decode("utf-8", "replace")
