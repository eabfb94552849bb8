"""What a session of the adapter needs in GDB besides the reading: it changes how GDB behaves."""

from . import children, completions, debug_console, exception_info, hints  # noqa: F401 (importing registers operations)
from . import defaults, line_output, newer_sources, object_files, put_aside
from . import terminal, terminal_window  # noqa: F401
from .agent import operations as agent_operations  # noqa: F401
from .breakpoints import addresses, entry_breakpoint, signal_conditions
from .breakpoints import data_breakpoints, function_breakpoints, instruction_breakpoints, source_breakpoints  # noqa: F401
from .breakpoints import python_data, python_lines, source_files  # noqa: F401
from .execution import deadly_signals, goto, launch_script, program_file, recording, step_filter, step_in_targets  # noqa: F401
from .execution import interrupt
from .native import return_value  # noqa: F401
from .stack import nearest_frames  # noqa: F401

put_aside.give_back()
interrupt.open()
line_output.begin()
entry_breakpoint.define()
addresses.define()
object_files.tell()
newer_sources.tell()
signal_conditions.define()
defaults.set_all()
