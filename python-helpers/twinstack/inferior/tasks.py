"""Processes and their threads, as the kernel tells of them."""

import os


def status(directory):
    """The lines of proc_pid_status(5) by their names; none of what is gone. A name may be any bytes: the kernel cuts it after 15."""
    try:
        with open(os.path.join(directory, "status"), errors="replace") as file:
            return dict(line.rstrip("\n").split(":\t", 1) for line in file if ":\t" in line)
    except OSError:
        return {}


def statuses(pid):
    """The status of each thread of a process; none of a process that is gone."""
    tasks = "/proc/%d/task" % pid
    try:
        names = os.listdir(tasks)
    except OSError:
        return []
    return list(filter(None, (status(os.path.join(tasks, name)) for name in names)))


def signals(status, name):
    """A set of signals of a thread's status, bit by bit, the first one's the lowest."""
    return int(status[name], 16)
