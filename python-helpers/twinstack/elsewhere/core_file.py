"""Opening a core file where GDB runs, for an adapter on another machine: nothing of it is read but by GDB."""

import os

import gdb

from ..commands import operation
from ..errors import UserError
from ..execution.program_file import program_file
from ..later import re
from ..said import said
from .programs import CORRECT, is_elf

PLAIN = re.compile(r"[A-Za-z0-9_./+-]+$")
EXECUTED = re.compile(r'AT_EXECFN.* "(/.*)"')


@operation("open-core")
def open_core(directory, core, program=None):
    """Open a core file, with links in ``directory`` if need be; ``program`` is its executable, or null to take what the core file names: {"program", "signal": the number of what
    has ended it, or 0}."""
    if not os.path.isfile(core):
        raise UserError("The core file '%s' does not exist; %s." % (core, CORRECT % "coreFile"))
    plain = plain_path(core, directory)
    opened(plain)
    if program is None or not is_elf(program):
        program = named_by_core()
        if program:
            program_file(program)
            opened(plain)
    return {"program": program, "signal": last_signal()}


def plain_path(path, directory):
    """GDB's versions differ in how they take spaces and quotes in the path of a core file, so that it gets one without any: a link in
    ``directory``."""
    if PLAIN.match(path):
        return path
    link = os.path.join(directory, "core.link")
    if os.path.islink(link):
        os.unlink(link)
    os.symlink(path, link)
    return link


def opened(core):
    try:
        gdb.execute("core-file " + core, to_string=True)
    except gdb.error as error:
        raise UserError("GDB cannot open the core file '%s': %s." % (core, str(error).strip().rstrip(".")))


def named_by_core():
    """AT_EXECFN of the auxiliary vector (getauxval(3)): what was executed."""
    found = EXECUTED.search(said("info auxv"))
    return found.group(1) if found and is_elf(found.group(1)) else None


def last_signal():
    try:
        return int(gdb.parse_and_eval("$_siginfo.si_signo"))
    except gdb.error:
        return 0
