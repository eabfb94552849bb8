"""Commands of GDB that would take another program into a session, or this one out of it, or its input.

They are refused in hooks (GDB manual, "User-defined Command Hooks"), which GDB 10 to 18 run before a
command however it is called: abbreviated, by an alias, by ``with`` or ``pipe``, in a script or a
defined command, by gdb.execute. What the adapter itself does once a program is held runs into none
of them: -target-detach and -gdb-exit are no commands of the CLI. The hook of a prefix such as
``kill`` does not run for its subcommands.
"""

import functools
import os
import re
import sys

import gdb

from ..commands import operation
from ..said import said

ANOTHER = (
    "it would take another program into this session; launch or attach in another session for that"
)
EDITING = "it would read this session's own input; open the file in the editor"
LEAVING = "send the request 'disconnect' (\"stop\" or \"disconnect\" in an editor)"
KILLING = LEAVING + " with 'terminateDebuggee'"
ADDING = "add-inferior", "clone-inferior"
STARTING = ("run", "start", "starti", "attach", "core-file", "exec-file", "file") + ADDING
_own = False  # whether the adapter itself gives the command
_configured = False  # whether it stands in the launch configuration
KILLERS, LEAVERS = ("kill", "kill inferiors"), ("detach", "detach inferiors", "disconnect", "quit")
INSTEAD = {"edit": EDITING}
for names, reason in ((STARTING, ANOTHER), (KILLERS, KILLING), (LEAVERS, LEAVING)):
    INSTEAD.update(dict.fromkeys(names, reason))


class Refuse(gdb.Command):
    """twinstack-refuse COMMAND -- fail with the reason why COMMAND is not carried out."""

    def __init__(self):
        super().__init__("twinstack-refuse", gdb.COMMAND_SUPPORT)

    def invoke(self, name, from_tty):
        if _is_own():
            return
        instead = INSTEAD.get(name, ANOTHER)
        raise gdb.GdbError("'%s' is not carried out here: %s." % (name, instead))


def _is_own():
    """Whether the adapter gives the command, as all that come while no program is held: when it
    starts one anew, even -exec-run runs into the hooks."""
    return _own or not _configured and gdb.selected_inferior().pid == 0


@operation("configured-commands")
def configured_commands(enabled):
    """Whether commands of the launch configuration come, which are refused as those that are typed: {}."""
    global _configured
    _configured = enabled
    guard()
    return {}


@operation("kill")
def kill():
    """End the program, which stands: {}. GDB tells of it by ``=thread-group-exited`` alone. What it
    says is not taken as a string: what becomes of breakpoints then is told in between."""
    global _own
    _own = True
    try:
        gdb.execute("with print inferior-events off -- kill")
    finally:
        _own = False
    return {}


@functools.lru_cache(maxsize=None)
def guard():
    """Refuse them from now on, in plain words. Python code that reads its input finds it ended:
    GDB's own is the session."""
    sys.stdin = open(os.devnull)
    plain()
    Refuse()
    for name in INSTEAD:
        refuse(name)
    for kind in targets():
        refuse("target " + kind)


def plain():
    """GDB 17 and 18 put escape sequences and emojis into what they say of errors."""
    for setting in ("style enabled off", "style emoji off"):
        try:
            gdb.execute("set " + setting, to_string=True)
        except gdb.error:  # an older one knows no emojis
            continue


def targets():
    """The kinds of target that hold a program; what records one is a target, too."""
    kinds = re.findall(r"^target ([\w-]+)", said("help target"), re.MULTILINE)
    return [kind for kind in kinds if not kind.startswith("record")]


def refuse(name):
    *prefix, last = name.split()
    hook = " ".join(prefix + ["hook-" + last])
    gdb.execute("define %s\ntwinstack-refuse %s\nend" % (hook, name), to_string=True)
