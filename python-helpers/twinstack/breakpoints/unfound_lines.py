"""Source breakpoints in a file that GDB has not found, in what is loaded when they are set."""

import os

from ..quiet import quietly
from . import source_files, source_names
from .decisions import DecidedBreakpoint
from .pending import PendingBreakpoint


class UnfoundLine(PendingBreakpoint):
    """GDB's own breakpoint, which waits for the file by its path, has its number; and there is one for each
    other name of the file (source_names.others)."""

    def __init__(self, native, path, line, text):
        super().__init__()
        self.number = str(native.number)
        self._path, self._line, self._text = path, line, text
        self._names = []
        self.add(native)

    def concerns(self, objfile):
        return source_files.may_have(objfile, os.path.basename(self._path))

    def resolve(self):
        for name in source_names.others(self._path):
            if name not in self._names:
                self._names.append(name)
                self.add(quietly(lambda: DecidedBreakpoint(source=name, line=self._line))[0])
        found_by = self._names[-1] if self._names else self._path
        self.missing = source_names.reason(self._path, source_names.refusal(found_by, self._line) or self._text)
