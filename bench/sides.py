"""What the sides share. A side is a session of raw GDB/MI or of a debug adapter, with methods of the same names."""
from typing import NamedTuple, Optional


class Breakpoint(NamedTuple):
    """`log` is the name of an int: then the line says `name=value` and the program does not stop."""

    line: int
    condition: Optional[str] = None
    log: Optional[str] = None


class Refused(Exception):
    """A side cannot do what a row asks, or gives less; the text says why, for a footnote."""
