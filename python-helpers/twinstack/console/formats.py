"""How a backtrace looks: as Python's own traceback, or as GDB's."""

from . import remote
from .headers import traceback_line
from .sources import Sources


class Format:
    """Lines for Levels and the Python frames of one Runtime in them."""

    def __init__(self, python):
        self._python, self._sources = python, Sources()

    def _source(self, frame):
        line = self._sources.line(frame.code.file, frame.position.line)
        return [] if line is None else ["    " + line]


class Traceback(Format):
    def call(self, level):
        return ["  " + level.call]

    def frame(self, level, frame):
        return ["  " + traceback_line(frame)] + self._source(frame)


class Summary(Format):
    def call(self, level):
        return ["#%s %s" % (level.number, level.call)]

    def frame(self, level, frame):
        shown = remote.frame_text(self._python, frame)
        return ["#%s %s" % (level.number, shown)] + self._source(frame)
