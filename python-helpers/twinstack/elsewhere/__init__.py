"""What a session needs in GDB besides when the adapter is on another machine (importing registers operations)."""

from .. import adapter  # noqa: F401
from ..terminal import pipe  # noqa: F401
from . import core_file, new_process, processes, programs, source_texts, waiting_children  # noqa: F401
