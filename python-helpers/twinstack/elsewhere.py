"""What a session needs in GDB besides when the adapter is on another machine (importing registers operations)."""

from . import adapter, core_file, machine, new_process, terminal_pipe  # noqa: F401
