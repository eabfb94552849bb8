"""Sources on the machine on which GDB runs, for an adapter that runs on another."""

import os

from ..commands import operation
from ..errors import UserError

LARGEST = 8 << 20


@operation("source-file")
def source_file(path):
    """Whether there is such a file: {"present"}."""
    return {"present": os.path.isfile(path)}


@operation("source-text")
def source_text(path):
    """The text of a source file: {"text"}."""
    if not os.path.isfile(path):  # a FIFO, for one, would keep GDB waiting
        raise UserError("The file '%s' does not exist where GDB runs, or is none that can be read." % path)
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return {"text": file.read(LARGEST)}
    except OSError as error:
        raise UserError("The file '%s' cannot be read where GDB runs: %s." % (path, error.strerror))
