"""The modules of the agent that have operations, imported so that these are in the table."""

from . import breakpoint_calls, breakpoints, ended_tracing, evaluation, exceptions, interpreters, jumps, late_threads, leaving, my_code  # noqa: F401
from . import steps, stops, trace_functions  # noqa: F401
