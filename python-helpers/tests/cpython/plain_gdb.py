"""A GDB of its own, without Twinstack's adapter: what a user of GDB sees."""

import glob
import os
import subprocess

from debuggee import CHECKPOINT, PROGRAMS, environment, python

HELPERS = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SCRIPT = os.path.join(HELPERS, "twinstack-gdb.py")
LOAD = "source " + SCRIPT
SEPARATOR = "----"
LIMIT = 120


def original():
    """CPython's own python-gdb.py for this Python; None when there is none."""
    program = os.path.realpath(python()["executable"])
    found = glob.glob(program + "-gdb.py") + glob.glob("/usr/share/gdb/auto-load%s-gdb.py" % program)
    return found[0] if found else None


def debug(program, *arguments, before=(), commands=(), typed=None):
    """Run a program of PROGRAMS to its checkpoint in a GDB of its own.

    ``before``: commands before the program's file is loaded; ``commands``: at the checkpoint;
    ``typed``: what a user types after them. Returns all that GDB says, its errors too."""
    to_checkpoint = environment() + ["set breakpoint pending on", "break " + CHECKPOINT]
    to_run = " ".join((os.path.join(PROGRAMS, program),) + arguments)
    to_checkpoint.append("run %s < /dev/null > /dev/null" % to_run)
    told = [each for command in commands for each in ("echo %s\\n" % SEPARATOR, command)]
    return run_gdb(before, to_checkpoint + told, typed)


def run_gdb(before, commands, typed=None):
    """What a GDB says that has loaded the file of the Python between two lists of commands."""
    at_start = ["set debuginfod enabled off", "set confirm off", "set pagination off", "set width 0"]
    started = ["gdb", "-nx", "-q"] + ([] if typed else ["-batch"])
    started += [part for each in at_start + list(before) for part in ("-iex", each)]
    started += [part for each in commands for part in ("-ex", each)]
    return subprocess.run(
        started + [python()["executable"]],
        input=typed or "",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=LIMIT,
        encoding="utf-8",
        errors="replace",
    ).stdout


def answers(*arguments, **options):
    """What GDB says to each of the ``commands``."""
    return debug(*arguments, **options).split(SEPARATOR + "\n")[1:]
