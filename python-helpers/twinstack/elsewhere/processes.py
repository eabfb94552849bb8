"""Processes of the machine on which GDB runs, for an adapter that runs on another."""

import os
import signal

import gdb

from ..commands import operation
from ..errors import UserError
from ..execution.place import place as own_place

ROUNDS = 3  # in which children that came meanwhile are found, too
ELSEWHERE = (
    "The child %d waits where another 'pipe' has led, on another machine or in another container, and cannot be debugged from here. To follow children the"
    " pipe must lead to the same place each time, as 'docker exec' does and 'docker run' does not."
)


@operation("process-files")
def process_files(pid, place=None):
    """A process, a child that waits in ``place`` if that is given: {"executable", "root": its root directory if that is not GDB's own, or null,
    "stopped": by a signal}."""
    if not is_here(place):
        raise UserError(ELSEWHERE % pid)
    folder = "/proc/%d" % pid
    try:
        state, _ = state_and_parent(pid)
        executable = os.readlink(folder + "/exe")
        contained = os.stat(folder + "/root/") != os.stat("/") and os.readlink(folder + "/root") != "/"
    except FileNotFoundError:
        raise UserError("There is no process %d where GDB runs; look for its number there with 'ps -e'." % pid)
    except OSError as error:
        raise UserError("The process %d cannot be attached to (%s); it belongs to another user than GDB runs as."
                        % (pid, error.strerror))
    root = folder + "/root" if contained else None
    return {"executable": (root or "") + executable, "root": root, "stopped": state == b"T"}


def is_here(place):
    return place in (None, own_place())


@operation("end-descendants")
def end_descendants():
    """Kill (SIGKILL) what GDB has started, the program, and all that has come of it: {}."""
    for _ in range(ROUNDS):
        found = descendants(os.getpid())
        if not found:
            break
        for pid in found:
            try:
                os.kill(pid, signal.SIGKILL)
            except OSError:  # it has ended, or is another user's
                pass
    return {}


def descendants(pid):
    """The children of a process and theirs, but for zombies."""
    children = {}
    for each in filter(str.isdigit, os.listdir("/proc")):
        state, parent = state_and_parent(int(each))
        if state not in (None, b"Z"):
            children.setdefault(parent, []).append(int(each))
    found = [pid]
    for each in found:  # which grows
        found.extend(children.get(each, ()))
    return found[1:]


def state_and_parent(pid):
    """As proc_pid_stat(5) has them; (None, None) of a process that has ended."""
    try:
        with open("/proc/%d/stat" % pid, "rb") as file:
            state, parent = file.read().rpartition(b") ")[2].split()[:2]
    except OSError:
        return None, None
    return state, int(parent)


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
