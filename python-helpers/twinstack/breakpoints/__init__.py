"""Breakpoints of every kind of DAP: where GDB places them, and what is decided there.

``breakpoint_sets`` keeps what the client wants, ``decisions`` conditions, hits and log messages; ``pending`` waits for what is not loaded yet.
A module with the name of a request of DAP has its operation.
"""
