"""Importing this registers the agent's operations."""

from . import breakpoints, steps, stops  # noqa: F401
