"""Importing this registers the agent's operations."""

from . import breakpoints, leaving, steps, stops  # noqa: F401
