"""Before CPython 3.12, where the agent sees lines by a trace function, which each thread has for itself: how a thread gets it, loses it, and has it again.

CPython, the program and C code set them, too (``trace_functions``, ``ended_tracing``, ``late_threads``). ``event_filter`` spares most events the way into Python.
"""
