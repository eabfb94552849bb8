"""What /proc tells of processes (proc(5))."""

import os

ENDED = ("Z", "X")


def fields(tid):
    """The rows of a thread's status by their names; none where it is gone."""
    try:
        with open("/proc/%d/status" % tid, errors="replace") as rows:
            return dict(row.rstrip("\n").split(":\t", 1) for row in rows if ":\t" in row)
    except OSError:
        return {}


def process_of(tid):
    return int(fields(tid).get("Tgid", tid))


def is_default(tid, number):
    """Whether nothing but what the kernel does awaits a signal there."""
    rows, bit = fields(tid), 1 << (number - 1)
    return not (int(rows.get("SigCgt", "0"), 16) | int(rows.get("SigIgn", "0"), 16)) & bit


def is_stopped(pid):
    return fields(pid).get("State", "").startswith("T")


def is_traced(pid, tracer):
    """Whether a thread of the process that has not ended is traced by that process."""
    return any(row.get("TracerPid") == str(tracer) for row in threads(pid))


def stands(pid):
    """Whether all its threads are stopped by job control, and none is traced."""
    return all(row["State"][0] == "T" and row["TracerPid"] == "0" for row in threads(pid))


def threads(pid):
    """The fields of each of its threads that has not ended."""
    rows = [fields(tid) for tid in numbers("/proc/%d/task" % pid)]
    return [row for row in rows if row and row["State"][0] not in ENDED]


def is_alive(pid):
    return fields(pid).get("State", ENDED[0])[0] not in ENDED


def start(pid):
    """When it was started, in ticks of the kernel's clock; 0 where it is gone."""
    try:
        with open("/proc/%d/stat" % pid, "rb") as row:
            return int(row.read().rpartition(b")")[2].split()[19])
    except OSError:
        return 0


def descendants(pid, since=0, without=()):
    """All that it has started and that is still there, nearest first, but for what has lost its parent. ``since``: leaves out the children
    that were started before (as ``start``), with all that these have started, as it does with those ``without``."""
    children = {}
    for each in numbers("/proc"):
        children.setdefault(int(fields(each).get("PPid", 0)), []).append(each)
    found = [each for each in children.get(pid, ()) if each not in without and (not since or start(each) >= since)]
    for each in found:
        found.extend(children.get(each, ()))
    return found


def numbers(directory):
    try:
        return [int(name) for name in os.listdir(directory) if name.isdigit()]
    except OSError:
        return []
