"""The command py-referrers: what refers to the object at an address."""

import gdb

from ..cpython import referrers
from . import here
from .command import command
from .object import pointer

LIMIT, SECONDS = 100, 10


@command("py-referrers", gdb.COMMAND_DATA)
def py_referrers(argument):
    """Display what refers to a Python object: containers, attributes, variables of frames.

    py-referrers ADDRESS, or any expression of C that is a pointer to it."""
    python, address = here.python(), pointer("py-referrers", argument)
    found = referrers.Referrers(python, address, LIMIT, SECONDS).search()
    for each in found["variables"]:
        yield "%s  %s" % (each["name"], each["value"])
    yield "%d objects searched%s." % (found["searched"], "" if found["complete"] else "; there are more")
