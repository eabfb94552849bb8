"""Importing this registers the agent's operations."""

from . import breakpoint_calls, breakpoints, evaluation, exceptions, jumps, late_threads, leaving, my_code, steps, stops  # noqa: F401
from . import trace_functions  # noqa: F401
