"""The agent's source text, which the program runs."""

import functools
import os

DIRECTORY = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "inside")
PARTS = (  # in this order
    "mailbox suspended interruptions opcodes lines files library_files my_code handlers breakpoints functions entries tasks steps stack_effects calls jumps exceptions"
    " waking typed_input evaluation assignment monitoring event_filter interruptible tracing breakpoint_hook start"
).split()
FILE = "<twinstack>"  # the co_filename of its code


@functools.lru_cache(maxsize=None)
def text():
    """A line of Python that runs the agent in a namespace of its own; it is pure ASCII."""
    parts = []
    for name in PARTS:
        with open(os.path.join(DIRECTORY, name + ".py"), encoding="ascii") as part:
            parts.append(part.read())
    return "exec(compile(%s,%r,'exec'),{'__name__':%r})" % (ascii("\n".join(parts)), FILE, FILE)
