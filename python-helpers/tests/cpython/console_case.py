"""A program in the situations of CPython's how-to for GDB, and what the commands say of it."""

import os
import re

import gdb

from debuggee import PROGRAMS, Debugged, python
from twinstack import console

console.open()
HOWTO = os.path.join(PROGRAMS, "howto.py")
with open(HOWTO) as source:
    LINES = [line.rstrip("\n") for line in source]
ADDRESS = "0x[0-9a-f]+"
SELF = r"<SwappableArea\(main_page=0, running=None\) at remote %s>" % ADDRESS


def marked(name):
    """The number of the line with this mark."""
    return 1 + next(index for index, line in enumerate(LINES) if line.endswith("# @" + name))


def run(command):
    return gdb.execute(command, to_string=True)


def is_free_threaded():
    """By the suffix of extensions, such as .cpython-314t-x86_64-linux-gnu.so."""
    return re.search(r"cpython-\d+t", python()["suffix"]) is not None


class Console(Debugged):
    PROGRAM = "howto.py"
    ARGUMENTS = ("5",)

    def setUp(self):
        gdb.newest_frame().select()

    def assertSays(self, pattern, command):
        self.assertRegex(run(command), pattern)

    def select(self, function):
        """Select the newest native frame of a function of C."""
        frame = gdb.newest_frame()
        while frame.name() != function:
            frame = frame.older()
        frame.select()

    def select_evaluator(self, index):
        """Select one of the frames that run Python, by the numbers that py-bt-full shows."""
        numbers = re.findall(r"(?m)^#(\d+) Frame", run("py-bt-full"))
        run("frame %s" % sorted(set(numbers), key=int)[index])
