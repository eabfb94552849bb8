"""The threads of a process, as the kernel tells of them."""

import os


def statuses(pid):
    """The lines of proc_pid_status(5) by their names, for each thread; none of a process that is gone."""
    tasks = "/proc/%d/task" % pid
    found = []
    try:
        names = os.listdir(tasks)
    except OSError:
        return found
    for name in names:
        try:
            with open(os.path.join(tasks, name, "status")) as file:
                found.append(dict(line.rstrip("\n").split(":\t", 1) for line in file if ":\t" in line))
        except OSError:  # it has ended meanwhile
            pass
    return found


def signals(status, name):
    """A set of signals of a thread's status, bit by bit, the first one's the lowest."""
    return int(status[name], 16)
