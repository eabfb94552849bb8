"""Whether a process that runs, as far as GDB has looked, is about to stop by a SIGSTOP that it was sent."""

import os
import signal


def is_one(pid):
    """The signal waits in it (a SIGCONT takes it back), or one of its threads has stopped already; of a process that ends, True."""
    tasks = "/proc/%d/task" % pid
    try:
        return any(_has_one(_status(os.path.join(tasks, task))) for task in os.listdir(tasks))
    except OSError:
        return True


def _has_one(status):
    pending = int(status["SigPnd"], 16) | int(status["ShdPnd"], 16)
    return status["State"].startswith("t") or bool(pending >> signal.SIGSTOP - 1 & 1)


def _status(task):
    """The lines of proc_pid_status(5) by their names."""
    with open(os.path.join(task, "status")) as file:
        return dict(line.rstrip("\n").split(":\t", 1) for line in file if ":\t" in line)
