"""The command py-obj: what is known of the object at an address."""

import itertools

import gdb

from ..errors import UserError
from ..objects import by_address, variables
from ..objects.structs import Struct
from . import here, remote
from .command import command

MEMBERS = 100  # shown


@command("py-obj", gdb.COMMAND_DATA)
def py_obj(argument):
    """Display a Python object: its text, its reference count and type, its members and items.

    py-obj ADDRESS, or any expression of C that is a pointer to it."""
    python, address = here.python(), pointer("py-obj", argument)
    if not by_address.is_object(address):
        raise UserError("There is no Python object at 0x%x." % address)
    readers = python.readers
    yield remote.text(python, address)
    header = Struct(readers, "PyObject", address).variables()
    members = variables.children(readers, address, None, 0, MEMBERS)
    for each in itertools.chain(header, members):
        if each.get("kind") != "virtual" and each["value"] != "{...}":
            yield "%s = %s" % (each["name"], each["value"])


def pointer(command_name, argument):
    """The address that a command was given."""
    if not argument:
        raise UserError("'%s' takes the address of a Python object." % command_name)
    try:
        return int(gdb.parse_and_eval(argument))
    except gdb.error as error:
        raise UserError("'%s' is no address: %s" % (argument, error))
