"""What a session of the adapter needs in GDB besides the reading: it changes how GDB behaves."""

from . import (  # noqa: F401 (importing registers operations)
    breakpoints,
    calls,
    children,
    completions,
    data_breakpoints,
    deadly_signals,
    debug_console,
    exception_info,
    function_breakpoints,
    hints,
    instruction_breakpoints,
    jumps,
    launch_script,
    nearest_frames,
    program_file,
    python_data,
    python_lines,
    recording,
    return_value,
    source_files,
    step_filter,
    terminal,
    terminal_window,
)
from .agent import operations as agent_operations  # noqa: F401
from . import addresses, defaults, entry_breakpoint, interrupt, line_output, newer_sources, object_files, put_aside, signal_conditions

put_aside.give_back()
interrupt.open()
line_output.begin()
entry_breakpoint.define()
addresses.define()
object_files.tell()
newer_sources.tell()
signal_conditions.define()
defaults.set_all()
