"""What a session of the adapter needs in GDB besides the reading: it changes how GDB behaves."""

from . import defaults
from .agent import operations  # noqa: F401 (importing registers operations)
from .breakpoints import entry_breakpoint, signal_conditions
from .breakpoints import data_breakpoints, function_breakpoints, instruction_breakpoints, source_breakpoints  # noqa: F401
from .breakpoints import python_data, python_lines, source_files  # noqa: F401
from .debug_console import completions, gdb_commands, hints  # noqa: F401
from .execution import children, deadly_signals, exception_info, goto, launch_script, program_file  # noqa: F401
from .execution import interrupt, put_aside, standard_streams  # noqa: F401
from .execution import recording, step_filter, step_in_targets  # noqa: F401
from .files import newer_sources, object_files
from .mi import line_output
from .native import return_value  # noqa: F401
from .stack import nearest_frames  # noqa: F401
from .terminal import pseudo_terminal, window  # noqa: F401

put_aside.give_back()
interrupt.open()
line_output.begin()
entry_breakpoint.define()
object_files.tell()
newer_sources.tell()
signal_conditions.define()
defaults.set_all()
