"""What a session of the adapter needs in GDB besides the reading: it changes how GDB behaves."""

from . import breakpoints, completions, debug_console, hints, program_file, terminal  # noqa: F401 (importing registers operations)
from . import entry_breakpoint, interrupt

interrupt.open()
entry_breakpoint.define()
