"""The one table of operations, and its two doors.

An operation takes JSON and answers one line of ASCII JSON: ``{"result": {...}}`` or
``{"error": {"kind": "user"|"stale"|"bug", "message": sentence, "trace": only for a bug}}``.
Where the user has changed the program meanwhile there is also "changed" (changes.take).
Every one also takes ``"hex": true``, which shows the integers in its answer in hexadecimal.
Doors: the console command ``twinstack OP JSON`` on every GDB, and the MI command
``-twinstack OP JSON`` (answer ``^done,json="..."``) where GDB has gdb.MICommand (12 and later).
"""

import json
import traceback

import gdb

from . import changes, formats, selection, session, time_limit
from .errors import CorruptMemory, UserError
from .gdb_features import HAS_MI_COMMANDS
from .mi.json_line import encoded

OPERATIONS = {}


def operation(name):
    """Register a function as operation ``name``.

    Its parameters are the JSON object's names (defaults make one optional); it returns the
    dict that becomes "result", or raises UserError.
    """

    def register(function):
        OPERATIONS[name] = function
        return function

    return register


def answer(name, text, kept=selection.thread_and_frame_kept):
    """Run operation ``name`` on the JSON ``text``; the reply's line. Never raises but for Quit.

    ``kept`` is the context in which it runs: what stays selected in GDB.
    """
    try:
        with kept():
            return line({"result": run(name, text)})
    except UserError as error:
        told = {"kind": error.kind, "message": str(error)}
    except CorruptMemory as error:
        told = {"kind": UserError.kind, "message": error.SENTENCE % error}
    except Exception as error:  # a bug is reported with its trace, not hidden
        told = bug(name, error)
    return line({"error": told})


def line(reply):
    changed = changes.take()
    return encoded(dict(reply, changed=changed) if changed else reply)


def run(name, text):
    time_limit.begin()
    session.begin()
    function = OPERATIONS.get(name)
    if function is None:
        known = ", ".join(sorted(OPERATIONS))
        raise UserError("There is no operation '%s'; there are: %s." % (name, known))
    arguments = parse(name, text)
    hexadecimal = bool(arguments.pop("hex", False))
    check(name, function, arguments)
    with formats.in_base(hexadecimal):
        return function(**arguments)


def parse(name, text):
    try:
        arguments = json.loads(text or "{}")
    except ValueError as error:
        raise UserError("The arguments of '%s' are not JSON: %s." % (name, error))
    if not isinstance(arguments, dict):
        raise UserError("The arguments of '%s' must be a JSON object." % name)
    return arguments


def check(name, function, arguments):
    """The names fit the function's parameters (without the inspect module: 5 ms to import)."""
    code = function.__code__
    parameters = code.co_varnames[: code.co_argcount]
    required = parameters[: len(parameters) - len(function.__defaults__ or ())]
    missing = [each for each in required if each not in arguments]
    unknown = [each for each in arguments if each not in parameters]
    if missing or unknown:
        raise UserError(
            "The arguments of '%s' do not fit: missing %s, unknown %s; it takes %s."
            % tuple([name] + [", ".join(each) or "none" for each in (missing, unknown, parameters)])
        )


def bug(name, error):
    message = "Twinstack's helper failed in '%s': %s: %s" % (name, type(error).__name__, error)
    return {"kind": "bug", "message": message, "trace": traceback.format_exc()}


class ConsoleDoor(gdb.Command):
    """twinstack OP JSON -- run one of Twinstack's operations and print its reply as JSON."""

    def __init__(self):
        super().__init__("twinstack", gdb.COMMAND_DATA)

    def invoke(self, argument, from_tty):
        name, _, text = argument.strip().partition(" ")
        gdb.write(answer(name, text) + "\n")


def open_doors():
    """Register the commands with GDB, once."""
    ConsoleDoor()
    if HAS_MI_COMMANDS:
        from .mi.door import MiDoor

        MiDoor()
