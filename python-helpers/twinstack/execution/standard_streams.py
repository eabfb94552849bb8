"""The files to which a program's standard streams are connected. The shell that starts the program opens them, while GDB waits for it and hears nothing."""

import errno
import os
import select
import stat

import gdb

from ..commands import operation
from ..errors import UserError

UNREADABLE = "The file '%s' of 'stdio' cannot be read (%s); the program takes its input from it."
UNWRITABLE = "The file '%s' of 'stdio' cannot be written (%s); name one in a folder that is there and yours."
ALONE = "Nobody %s the FIFO '%s' of 'stdio', and the program could not start before; start what does that first."

_held = []


@operation("standard-streams")
def standard_streams(directory, written, read=None):
    """Refuse files that cannot be opened, and FIFOs whose opening would wait: those that the program writes, and the one that it reads, if any, below ``directory``.

    A FIFO is held open until the program has ended: who is at its other end must not find it closed before the program has it. Devices are left to the shell, as
    some, such as /dev/tty, are others for the program.
    """
    release()
    if read is not None:
        refusing(UNREADABLE, check_read, os.path.join(directory, read))
    for path in written:
        refusing(UNWRITABLE, check_written, os.path.join(directory, path))
    return {}


def refusing(sentence, check, path):
    try:
        check(path)
    except OSError as error:
        raise UserError(sentence % (path, error.strerror)) from None


def check_read(path):
    mode = os.stat(path).st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if stat.S_ISREG(mode):
        os.close(os.open(path, os.O_RDONLY))
    elif stat.S_ISFIFO(mode) and not is_written(path, hold(path, os.O_RDONLY)):
        raise UserError(ALONE % ("writes into", path))


def is_written(path, end):
    """Whether a FIFO has a writer. Linux tells its reader of POLLHUP only once it has had one."""
    os.close(os.open(path, os.O_WRONLY | os.O_NONBLOCK))
    ready = select.poll()
    ready.register(end, 0)
    return not ready.poll(0)


def check_written(path):
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        check_new(os.path.dirname(path))
        return
    if stat.S_ISFIFO(mode):
        hold_written(path)
    elif stat.S_ISREG(mode) or stat.S_ISDIR(mode):
        os.close(os.open(path, os.O_WRONLY))


def check_new(folder):
    os.stat(folder)
    if not os.access(folder, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def hold_written(path):
    try:
        hold(path, os.O_WRONLY)
    except OSError as error:
        if error.errno != errno.ENXIO:  # fifo(7): no reader
            raise
        raise UserError(ALONE % ("reads from", path)) from None


def hold(path, access):
    _held.append(os.open(path, access | os.O_NONBLOCK))
    return _held[-1]


def release(_=None):
    while _held:
        os.close(_held.pop())


gdb.events.exited.connect(release)
