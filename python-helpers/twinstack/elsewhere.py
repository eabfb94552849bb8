"""What a session needs in GDB besides when the adapter is on another machine (importing registers operations)."""

from . import adapter, core_file, new_process, processes, programs, source_texts, terminal_pipe  # noqa: F401
