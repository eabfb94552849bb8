"""Which Python files are not the user's own code: those of the standard library, and what is installed beside it.

By their paths alone, so that it holds for a core file, too; the agent, which is in the program, knows its directory (inside/my_code.py).
"""

import re

FILE = re.compile(r"<frozen |.*/(site|dist)-packages/|.*/lib\d*/python\d\.\d+t?/")

_just_my_code = True


def just_my_code(wanted):
    """Whether they are told apart at all."""
    global _just_my_code
    _just_my_code = wanted


def is_just_my_code():
    return _just_my_code


def has(file):
    """Whether a file is of a library, where that matters."""
    return _just_my_code and file is not None and FILE.match(file) is not None
