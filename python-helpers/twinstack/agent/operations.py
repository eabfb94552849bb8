"""Importing this registers the agent's operations."""

from . import breakpoints, evaluation, exceptions, leaving, my_code, steps, stops  # noqa: F401
