"""The other end of the debuggee's terminal for an adapter on another machine: two FIFOs in GDB's own directory, between which and the adapter a
shell of another pipe moves bytes."""

import os

from ..commands import operation
from . import pseudo_terminal

_prepared = None


class PipeEnd:
    """The other end at the far side of a pipe; it is moved to and from as pseudo_terminal.AdapterEnd."""

    def __init__(self, folder):
        self.paths = [os.path.join(folder, name) for name in ("input", "output")]
        self.held = [os.open(path, os.O_RDWR | os.O_CLOEXEC) for path in self.paths]  # so that the shell need not wait
        self.input = self.output = None

    def connect(self):
        """The shell has opened both: from now on the end of either is seen."""
        self.input = os.open(self.paths[0], os.O_RDONLY | os.O_CLOEXEC)
        self.output = os.open(self.paths[1], os.O_WRONLY | os.O_CLOEXEC)
        for descriptor in self.held:
            os.close(descriptor)

    def prepare(self, pseudo):
        pseudo_terminal.make_raw(pseudo.slave)

    def send(self, data):
        pseudo_terminal.write_all(self.output, data)

    def received(self):
        return os.read(self.input, pseudo_terminal.CHUNK)

    def is_there(self):
        """The shell outlives the session's GDB."""
        return True

    def ended(self, pseudo):
        pseudo_terminal.write_all(pseudo.master, pseudo_terminal.END_OF_FILE)


@operation("terminal-pipe")
def terminal_pipe(directory):
    """Prepare for a shell that writes what is typed to the FIFO ``input`` there, and reads ``output``."""
    global _prepared
    _prepared = PipeEnd(directory)
    return {}


@operation("terminal-piped")
def terminal_piped():
    """That shell has opened both; the debuggee has a terminal from its next start on: {"tty"}."""
    _prepared.connect()
    return {"tty": pseudo_terminal.use(_prepared)}
