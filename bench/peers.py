"""The debug adapters that are measured: how each is started and configured."""
import pathlib
from dataclasses import dataclass
from typing import Callable, Optional, Sequence

ROOT = pathlib.Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Peer:
    """An adapter; the configurations are those of launch.json. `missing` says why it cannot be measured here; where it is `required`, a failure ends the run."""

    name: str
    short: str
    command: Sequence[str]
    launch: Callable  # executable, arguments, gdb
    attach: Callable  # executable, pid, gdb
    core: Optional[Callable] = None  # executable, core, gdb
    required: bool = False
    missing: Optional[str] = None


def twinstack():
    return Peer(
        "Twinstack", "twinstack", [str(ROOT / "bin" / "twinstack")],
        launch=lambda executable, arguments, gdb: {"program": executable, "args": arguments, "gdb": gdb},
        attach=lambda executable, pid, gdb: {"program": executable, "processId": pid, "gdb": gdb},
        core=lambda executable, core, gdb: {"program": executable, "coreFile": core, "gdb": gdb},
        required=True)


def cdt(command, missing=None):
    return Peer(
        "cdt-gdb-adapter", "cdt", command, missing=missing,
        launch=lambda executable, arguments, gdb: {"program": executable, "arguments": " ".join(arguments), "gdb": gdb},
        attach=lambda executable, pid, gdb: {"program": executable, "processId": str(pid), "gdb": gdb})


def gdb_dap(command, missing=None):
    return Peer(
        "gdb -i dap", "gdb-dap", command, missing=missing,
        launch=lambda executable, arguments, gdb: {"program": executable, "args": arguments},
        attach=lambda executable, pid, gdb: {"program": executable, "pid": pid})


def lldb_dap(command, missing=None):
    return Peer(
        "lldb-dap", "lldb-dap", command, missing=missing,
        launch=lambda executable, arguments, gdb: {"program": executable, "args": arguments},
        attach=lambda executable, pid, gdb: {"program": executable, "pid": pid},
        core=lambda executable, core, gdb: {"program": executable, "coreFile": core})
