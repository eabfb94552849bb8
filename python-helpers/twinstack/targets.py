"""What GDB debugs, by the kind of its target: a process of this machine, one far away, a core file."""

from .said import said


def is_native():
    """Whether process numbers are those of this machine: a remote target has its own."""
    return _has("native")


def is_core():
    """Whether the program is the memory that a core file holds: nothing in it runs or changes."""
    return _has("core")


def _has(name):
    """gdb.Inferior.connection would tell, too, but came with GDB 11."""
    return "- %s " % name in said("maint print target-stack")
