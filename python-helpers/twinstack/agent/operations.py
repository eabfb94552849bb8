"""Importing this registers the agent's operations."""

from . import breakpoints, evaluation, leaving, steps, stops  # noqa: F401
