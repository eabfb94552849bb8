"""What the tests of editors share: the configuration that README.md gives, the bundled example in a copy, and what must be gone at the end."""
import os
import pathlib
import re
import select
import shutil
import subprocess
import sys
import tempfile
import unittest

from terminal import Terminal

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
README = ROOT / "clients" / "README.md"
EXAMPLE = ROOT / "test-programs" / "example"
TIMEOUT = 30.0  # seconds, for the end of each process


class EditorTest(unittest.TestCase):
    """A test with a home directory of its own (`home`), in which the example stands built (`example`)."""

    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.home = pathlib.Path(scratch.name)
        self.example = shutil.copytree(EXAMPLE, self.home / "example")
        subprocess.check_call([self.example / "build.sh", sys.executable])

    def configure(self, file, editor):
        """Writes the first block of README.md under the title `editor` to `file` of the home directory."""
        block = re.search(rf"^## {editor}\n.*?^```\w+\n(.*?)^```$", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
        (self.home / file).parent.mkdir(parents=True)
        (self.home / file).write_text(block[1].replace("/path/to/twinstack", str(ROOT)), encoding="utf-8")

    def opened(self, *command):
        """The terminal with the editor that `command` starts; when the test is over, nothing that came of it may run."""
        self.addCleanup(self._await_the_end)
        terminal = Terminal(command, {**os.environ, "HOME": str(self.home)}, self.example)
        self.addCleanup(terminal.close)
        return terminal

    def line(self, file, mark):
        """The number of the example's line that carries `@mark`."""
        lines = (self.example / file).read_text(encoding="utf-8").splitlines()
        return next(number for number, line in enumerate(lines, 1) if re.search(rf"@{mark}\b", line))

    def _await_the_end(self):
        """Adapter, GDB and program have inherited the home directory's name from the editor."""
        mine = f"HOME={self.home}\0".encode()
        for process in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                ends = os.pidfd_open(int(process.name))
                command, inherited = (process / "cmdline").read_bytes(), mine in (process / "environ").read_bytes()
            except (FileNotFoundError, ProcessLookupError):
                continue
            ended = not inherited or select.select([ends], [], [], TIMEOUT)[0]
            os.close(ends)
            self.assertTrue(ended, f"process {process.name} was left behind: {command!r}")
