"""A process that starts from now on, where GDB runs. Its name is what ``ps`` shows (the first 15 bytes of it), the file name of its first
argument, or of the Python script or module that it runs; a name with a slash is compared with the whole paths."""

import os

from ..commands import operation

LONGEST_COMMAND = 15
WITH_VALUE = "-X", "-W", "--check-hash-based-pycs"  # options of Python that take the next argument (python(1))

_known = {}  # name -> the numbers of the processes that were there before


@operation("new-process")
def new_process(name):
    """{"pid"}: that of a process of that name that has started since this was asked first, or 0."""
    now = set(processes())
    known = _known.setdefault(name, now)
    known &= now  # a number may be given again
    found = [pid for pid in now - known if is_named(pid, name)]
    return {"pid": min(found, default=0)}


def processes():
    return [int(entry) for entry in os.listdir("/proc") if entry.isdigit()]


def is_named(pid, name):
    folder = "/proc/%d/" % pid
    try:
        with open(folder + "cmdline", "rb") as file:
            command = os.fsdecode(file.read()).split("\0")[:-1]
        with open(folder + "comm", "rb") as file:
            comm = os.fsdecode(file.read()).rstrip("\n")
        if "/" in name:
            return is_at(name, os.readlink(folder + "exe"), os.readlink(folder + "cwd"), command)
    except OSError:  # it is gone
        return False
    return comm == name.encode()[:LONGEST_COMMAND].decode(errors="replace") or name in map(os.path.basename, candidates(command))


def is_at(path, executable, directory, command):
    found = [executable] + [each for each in candidates(command) if "/" in each or each.endswith(".py")]
    return path in [os.path.normpath(os.path.join(directory, each)) for each in found]


def candidates(command):
    """What a process may go by: its first argument, and what it runs when it is a Python."""
    is_python = os.path.basename(command[0]).startswith("python") if command else False
    return command[:1] + [run_by(command)] * is_python


def run_by(command):
    """What a Python interpreter was told to run: its script, or the module behind ``-m``."""
    at = 1
    while at < len(command) and command[at].startswith("-"):
        at += 2 if command[at] in WITH_VALUE else 1
    return command[at] if at < len(command) else ""
