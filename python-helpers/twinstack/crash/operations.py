"""What a report of a crash tells beyond threads, stacks and variables, for which DAP has no word."""

from ..commands import operation
from ..inferior import read_only


@operation("crash")
def crash(thread):
    """Of ``thread`` and its process, each part where it is known: {"signal": {"name", "meaning", "code", "address", "sender"}, "mapping" at that
    address (regions.at) or "unmapped": true, "instruction", "pending" and "handled" exceptions {"type", "message"}, "gil": {"holder", "waiting"}, "locks"
    (waits.locks), "test": the one that pytest is running, "environment" of a core file: {name: value}, "causes": {"rule", "says", "evidence"} each, "versions":
    {"python", "gdb", "kernel"}, "libraries": {"path", "buildId", "hasSymbols"} each, "problems": a sentence for each part that could not be read}. Reads memory
    only."""
    from .crash_facts import Facts  # a session without a crash needs nothing of it

    with read_only.looking():
        return Facts(thread).told
