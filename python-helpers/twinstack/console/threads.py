"""The command py-threads: every thread with its name in Python, and how it stands to the GIL."""

import gdb

from .. import selection, session
from ..errors import CorruptMemory, NoPython
from ..execution.threads import threads
from ..stack.merge import Placed
from .command import command
from .headers import line_of

GIL = {
    "holds": "holds the GIL",
    "waits": "waits for the GIL",
    "released": "runs without the GIL",
    "attached": "attached",
    "detached": "detached",
    "suspended": "suspended",
}


@command("py-threads", gdb.COMMAND_STACK)
def py_threads(argument):
    """List all threads: number, Python's name, the GIL, the newest Python frame.

    'thread NUMBER' selects one."""
    told = threads()
    with selection.thread_and_frame_kept():
        lines = ["%s %s" % each for each in zip(marks(told), columns(told["threads"]))]
    return lines + [told["reason"]] * bool(told["reason"])


def marks(told):
    selected = gdb.selected_thread()
    return ["*" if row["id"] == selected.global_num else " " for row in told["threads"]]


def columns(rows):
    """One line for each thread, its parts one below the other."""
    parts = [(number(row), row["name"] or "", state(row), newest_frame(row)) for row in rows]
    widths = [max(len(part[index]) for part in parts) for index in range(3)]
    return [
        "  ".join([part[index].ljust(widths[index]) for index in range(3)] + [part[3]]).rstrip()
        for part in parts
    ]


def number(row):
    """A thread's number as GDB's command ``thread`` takes it, which counts for each program anew."""
    thread = selection.thread(row["id"])
    return str(thread.num)


def state(row):
    words = GIL.get(row["gil"], row["gil"]) if "gil" in row else "no Python"
    return words + " of interpreter %d" % row["interpreter"] if row.get("interpreter") else words


def newest_frame(row):
    """FILE:LINE in NAME of the newest Python frame; empty for a thread that runs none."""
    if "gil" not in row:
        return ""
    try:
        stack, _ = session.merged_stack(selection.thread(row["id"]))
        placed = next((each for each in stack or () if isinstance(each, Placed)), None)
    except (CorruptMemory, NoPython) as error:
        return "<error: %s>" % error
    if placed is None:
        return ""
    frame = placed.frame
    return "%s:%s in %s" % (frame.code.file, line_of(frame), frame.code.name)
