"""The program, started with all that the user's shell gave: descriptors, environment, dispositions of signals, process group."""

import errno
import os
import signal

from . import libc

OUR_VARIABLES = (b"TWINSTACK_LC_ALL", b"TWINSTACK_RUN_SIGNALS", b"TWINSTACK_RUN_HELPERS")
PUT_AWAY, PYTHON = b"TWINSTACK_RUN_", b"TWINSTACK_RUN_PYTHON"  # a variable of Python's, which GDB's own would take for itself
SET_PDEATHSIG, SET_PTRACER, ANYBODY = 1, 0x59616D61, -1
NOT_FOUND, NOT_EXECUTABLE = 127, 126


class Program:
    """A process that waits, before its first instruction, to be let ``go``."""

    def __init__(self, command):
        self.command = command
        held, self.gate = os.pipe()
        self.failure, failed = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            child(command, held, failed)
        os.close(held)
        os.close(failed)

    def go(self):
        os.write(self.gate, b".")
        os.close(self.gate)

    def refusal(self):
        """Why it could not be started at all, with the status for that; None where it was."""
        number = os.read(self.failure, 16)
        if not number:
            return None
        name = os.fsdecode(self.command[0])
        if int(number) in (errno.ENOENT, errno.ENOTDIR):
            return "'%s' was not found. Name a program that is in PATH, or its path." % name, NOT_FOUND
        return "'%s' cannot be run (%s). Name a program, with the permission to execute it." % (name, os.strerror(int(number))), NOT_EXECUTABLE


def child(command, held, failed):
    """Becomes the program; does not return."""
    try:
        permit()
        if os.read(held, 1):
            restore_signals()
            execute(command, environment())
    except OSError as error:
        os.write(failed, b"%d" % error.errno)
    finally:
        os._exit(NOT_FOUND)


def permit():
    """It ends with its supervisor, and any process of its user may attach to it where Linux lets only ancestors (Yama)."""
    libc.prctl(SET_PDEATHSIG, signal.SIGKILL)
    try:
        libc.prctl(SET_PTRACER, ANYBODY)
    except OSError:
        pass  # a kernel without Yama


def inherited_signals():
    """Those that are ignored, and those that are blocked, where the command was typed: a bit for each, the lowest is signal 1."""
    return [int(word, 16) for word in os.environ["TWINSTACK_RUN_SIGNALS"].split()]


def restore_signals():
    """GDB and Python handle or ignore some signals; the shell has noted what it found."""
    ignored, blocked = inherited_signals()
    for number in set(range(1, signal.NSIG)) - {signal.SIGKILL, signal.SIGSTOP, 32, 33}:
        signal.signal(number, signal.SIG_IGN if ignored >> (number - 1) & 1 else signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, [number for number in range(1, signal.NSIG) if blocked >> (number - 1) & 1])


def environment():
    """The user's own, byte for byte: GDB has changed its own since."""
    with open("/proc/self/environ", "rb") as own:
        variables = dict(each.split(b"=", 1) for each in own.read().split(b"\0") if b"=" in each)
    locale = variables.get(b"TWINSTACK_LC_ALL")
    variables.pop(b"LC_ALL", None)
    if locale:
        variables[b"LC_ALL"] = locale
    return {own_name(name): value for name, value in variables.items() if name not in OUR_VARIABLES}


def own_name(name):
    return name[len(PUT_AWAY) :] if name.startswith(PYTHON) else name


def execute(command, variables):
    """As execvp(3): through PATH, and by a shell what the kernel takes for no program."""
    name = command[0]
    folders = variables.get(b"PATH", b"/usr/local/bin:/bin:/usr/bin").split(b":")
    paths = [name] if b"/" in name else [os.path.join(folder or b".", name) for folder in folders]
    refused = None
    for path in paths:
        try:
            os.execve(path, command, variables)
        except OSError as error:
            if error.errno == errno.ENOEXEC:
                os.execve(b"/bin/sh", [b"/bin/sh", path] + command[1:], variables)
            if error.errno not in (errno.ENOENT, errno.ENOTDIR):
                refused = refused or error
    raise refused or FileNotFoundError(errno.ENOENT, "not found")
