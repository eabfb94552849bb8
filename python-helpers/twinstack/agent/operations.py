"""Importing this registers the agent's operations."""

from . import breakpoints, evaluation, exceptions, jumps, leaving, my_code, steps, stops, trace_functions  # noqa: F401
