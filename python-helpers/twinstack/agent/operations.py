"""Importing this registers the agent's operations."""

from . import breakpoints, evaluation, exceptions, interpreters, jumps, late_threads, leaving, my_code, steps, stops, trace_functions  # noqa: F401
