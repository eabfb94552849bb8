"""Importing this registers the agent's operations."""

from . import breakpoint_calls, breakpoints, evaluation, exceptions, interpreters, jumps, late_threads, leaving, my_code, steps  # noqa: F401
from . import stops, trace_functions  # noqa: F401
