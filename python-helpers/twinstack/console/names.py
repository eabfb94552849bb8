"""The commands py-print and py-locals: names as the Python frame at hand knows them."""

import itertools

import gdb

from ..errors import ForConsole, UserError
from ..objects import evaluate, paths
from . import here, parameters, remote
from .command import command
from .headers import shown


@command("py-print", gdb.COMMAND_DATA)
def py_print(argument):
    """Look up a Python name in the locals, globals and builtins of the selected frame; print it.

    py-print NAME, or a path such as py-print self.items[3].name; no code of the program runs."""
    if not argument:
        raise UserError("'py-print' takes a Python name.")
    python, frame = here.selected_frame()
    if frame is None:
        return [here.NOWHERE]
    if not paths.is_name(argument):
        return ["%s = %s" % (argument, followed(python, frame, argument))]
    scope, value = looked_up(python, frame, argument)
    if not value:
        return ["%r not found" % argument]
    return ["%s %r = %s" % (scope, argument, text(python, value))]


@command("py-locals", gdb.COMMAND_DATA)
def py_locals(argument):
    """Print the locals of the selected Python frame, and of all others that its evaluator runs."""
    python, frames = here.selected_frames()
    found = False
    for frame in itertools.islice(frames, parameters.max_frames()):
        found = True
        yield from locals_of(python, frame)
    if not found:
        yield here.NOWHERE


def locals_of(python, frame):
    yield "Locals for %s" % frame.code.name
    for name, value in python.scopes.own(frame):
        yield "%s = %s" % (name, text(python, value))


def text(python, value):
    return shown(value, lambda address: remote.text(python, address))


def followed(python, frame, path):
    evaluator = evaluate.Evaluator(python.readers, python.scopes, frame)
    try:
        return remote.text(python, evaluator.evaluate(path))
    except ForConsole as error:  # GDB's prompt may be what this is typed at
        raise UserError(error.plain) from None


def looked_up(python, frame, name):
    """(scope, address of the object or the CorruptMemory in its place; 0 when there is none)."""
    local = python.scopes.find(frame, name)
    if local:
        return "local", local
    find = python.readers.dicts.find
    found = find(python.scopes.globals(frame), name)
    if found:
        return "global", found
    return "builtin", find(python.scopes.builtins(frame), name)
