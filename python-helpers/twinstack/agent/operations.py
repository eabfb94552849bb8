"""The modules of the agent that have operations, imported so that these are in the table."""

from . import leaving, stops  # noqa: F401
from .breakpoints import breakpoint_calls, breakpoints, exceptions, interpreters  # noqa: F401
from .evaluation import evaluation  # noqa: F401
from .steps import jumps, my_code, steps  # noqa: F401
from .tracing import ended_tracing, event_filter, late_threads, trace_functions  # noqa: F401
