"""Breakpoints in Python that the agent decides: on lines and functions, on exceptions and where the program calls breakpoint()."""
