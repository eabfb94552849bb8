"""The variables of the user's Python (PYTHONHOME, PYTHONPATH, ...), which GDB's own must not see when it starts: they have other names then.

What GDB starts by itself gets them back at once. Of the program's environment GDB has made a copy before: it gets them back there, where the user's
commands can still set and unset them, and by its launch script where no command of GDB's can carry a value.
"""

import os

import gdb

from ..commands import operation
from ..later import re

PREFIX = "TWINSTACK_ASIDE_"  # GdbOptions.ASIDE

_CARRIED = re.compile("(?! )[ -~]*(?<! )")  # by "set environment"

_LINES = """[ -z "${%(aside)s+x}" ] || [ -n "${%(name)s+x}" ] || export %(name)s="$%(aside)s"
unset %(aside)s
"""

_names = []


def give_back():
    """Gives them their own names in GDB's environment, now that its Python has started."""
    for aside in [name for name in os.environ if name.startswith(PREFIX)]:
        name = aside[len(PREFIX) :]
        os.environ[name] = os.environ.pop(aside)
        _names.append(name)


@operation("give-back-environment")
def give_back_environment():
    """Give the variables of Python their own names in the environment of the program that GDB will start on its machine. (A remote stub would get
    what is set there, too.)"""
    for name in [name for name in _names if _CARRIED.fullmatch(os.environ.get(name, ""))]:
        gdb.execute("unset environment " + PREFIX + name, to_string=True)
        gdb.execute("set environment %s=%s" % (name, os.environ.get(name, "")), to_string=True)
        _names.remove(name)
    return {}


def shell_lines():
    """Lines of a shell script that give back the others, unless the user has set them."""
    return "".join(_LINES % {"name": name, "aside": PREFIX + name} for name in _names)
