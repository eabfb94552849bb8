"""The client of the demo, for floods of output and for adapters that are not ours."""
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "demo"))
from dap_client import DapClient, ProtocolError  # noqa: E402

__all__ = ["AnyOrder", "CountingClient", "ProtocolError"]
TIMEOUT = 120
LOGGED = re.compile(r"^\w+=(?:\d+|{.*)$", re.M)


class CountingClient(DapClient):
    """Counts what the program prints instead of keeping it; keeps the lines of log points."""

    def __init__(self, command):
        super().__init__(command, TIMEOUT)
        self.printed, self.logged = 0, []

    def _take(self, message):
        if message.get("event") != "output":
            return super()._take(message)
        text = message["body"]["output"]
        self.printed += len(text) if message["body"].get("category") in ("stdout", "stderr") else 0
        self.logged += LOGGED.findall(text)


class AnyOrder:
    """In the place of the check of the order of messages, which other adapters do not all keep."""

    def sent(self, request):
        pass

    def received(self, message):
        pass
