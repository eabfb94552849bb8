"""What GDB debugs, by the kind of its target: a process of this machine, one far away, a core file."""

import gdb

from ..said import said


def is_native():
    """Whether process numbers are those of this machine: a remote target has its own."""
    return _has("native")


def is_core():
    """Whether the program is the memory that a core file holds: nothing in it runs or changes."""
    return _has("core")


def local_path(path):
    """Where a file of the program's machine is on this one; None when nobody has told."""
    if is_native() or is_core():
        return path
    root = gdb.parameter("sysroot")
    return None if root.startswith("target:") else root.rstrip("/") + path


def _has(name):
    """gdb.Inferior.connection would tell, too, but came with GDB 11."""
    return "- %s " % name in said("maint print target-stack")
