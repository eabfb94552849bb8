"""Processes of the machine on which GDB runs, for an adapter that runs on another."""

import os
import signal

import gdb

from .commands import operation
from .errors import UserError


@operation("process-files")
def process_files(pid):
    """A process: {"executable", "root": its root directory if that is not GDB's own, or null, "stopped": by a signal}."""
    folder = "/proc/%d" % pid
    try:
        with open(folder + "/stat", "rb") as file:
            state = file.read().rpartition(b") ")[2][:1]
        executable = os.readlink(folder + "/exe")
        contained = os.stat(folder + "/root/") != os.stat("/") and os.readlink(folder + "/root") != "/"
    except FileNotFoundError:
        raise UserError("There is no process %d where GDB runs; look for its number there with 'ps -e'." % pid)
    except OSError as error:
        raise UserError("The process %d cannot be attached to (%s); it belongs to another user than GDB runs as."
                        % (pid, error.strerror))
    root = folder + "/root" if contained else None
    return {"executable": (root or "") + executable, "root": root, "stopped": state == b"T"}


@operation("signal")
def send_signal(name):
    """Send the program a signal, such as "TERM"; one that has ended gets none."""
    pid = gdb.selected_inferior().pid
    if pid:
        try:
            os.kill(pid, getattr(signal, "SIG" + name))
        except ProcessLookupError:
            pass
        except OSError as error:
            raise UserError("The program cannot be sent SIG%s: %s." % (name, error.strerror))
    return {}
