"""What a session of the adapter needs in GDB besides the reading: it changes how GDB behaves."""

from . import breakpoints, debug_console, hints, program_file  # noqa: F401 (importing registers operations)
from . import calls, jumps, recording, return_value, terminal  # noqa: F401
from . import entry_breakpoint, interrupt

interrupt.open()
entry_breakpoint.define()
