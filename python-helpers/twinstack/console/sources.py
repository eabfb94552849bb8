"""Lines of Python files on this machine."""

import os
import stat
import tokenize

MAX_SIZE = 1 << 24  # bytes; a path out of damaged memory may be anything, /dev/zero too


class Sources:
    """The files that one command reads, each once."""

    def __init__(self):
        self._files = {}

    def line(self, path, number):
        """One line without the white space around it; None when it cannot be had."""
        if path not in self._files:
            self._files[path] = self._readable(path)
        lines = self._files[path]
        return lines[number - 1].strip() if number and 0 < number <= len(lines) else None

    def _readable(self, path):
        try:
            return read(path)
        except OSError:
            return ()


def read(path):
    """All lines of a file, without their ends. Raises OSError."""
    try:
        status = os.stat(path)
    except ValueError as error:  # a NUL in the path
        raise OSError(str(error))
    if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_SIZE:
        raise OSError("This is no file of Python source")
    return decoded(path)


def decoded(path):
    """In the encoding that the file declares (PEP 263); anyhow where that does not fit."""
    try:
        with tokenize.open(path) as file:
            return [line.rstrip("\n") for line in file]
    except (SyntaxError, UnicodeDecodeError):
        with open(path, encoding="utf-8", errors="replace") as file:
            return [line.rstrip("\n") for line in file]
