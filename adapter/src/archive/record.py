"""Has a JVM write its archive of loaded classes:  record.py JAVA-COMMAND...

The command starts the adapter; the session here is one that loads what most sessions load: a stop, the stack, variables of both languages, a step, the end.
A request that fails (no GDB on a build machine, say) leaves a smaller archive, and the build goes on."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[3] / "demo"))
from dap_client import DapClient, RequestFailed  # noqa: E402
from protocol_order import ProtocolError  # noqa: E402


def session(client):
    client.call("initialize", adapterID="twinstack", supportsVariableType=True, supportsVariablePaging=True)
    launch = client.send("launch", {"code": "print('recorded')", "python": sys.executable, "stopOnEntry": True})
    client.event("initialized")
    client.call("setBreakpoints", source={"path": "/nowhere/extension.c"}, breakpoints=[{"line": 1}])
    client.call("configurationDone")
    client.response(launch)
    _, stop = client.event("stopped")
    look_around(client, stop["threadId"])
    stop_at_function(client, stop["threadId"])
    client.call("continue", threadId=stop["threadId"])
    client.event("terminated")


def stop_at_function(client, thread):
    """At a breakpoint that has a place, and at the end of a step."""
    client.call("setFunctionBreakpoints", breakpoints=[{"name": "write"}])
    client.call("continue", threadId=thread)
    client.event("stopped")
    client.call("next", threadId=thread)
    client.event("stopped")
    client.call("setFunctionBreakpoints", breakpoints=[])


def look_around(client, thread):
    """The variables of every frame that has some; frames of libraries without debug information refuse."""
    client.call("threads")
    for frame in client.call("stackTrace", threadId=thread, startFrame=0, levels=20)["stackFrames"]:
        attempt(client, "evaluate", expression="1", frameId=frame["id"], context="watch")
        for scope in attempt(client, "scopes", frameId=frame["id"]).get("scopes", []):
            attempt(client, "variables", variablesReference=scope["variablesReference"])


def attempt(client, command, **arguments):
    try:
        return client.call(command, **arguments)
    except RequestFailed:
        return {}


def main():
    client = DapClient(sys.argv[1:], timeout=20)
    try:
        session(client)
    except (ProtocolError, RequestFailed) as problem:
        print(f"the recorded session ended early: {problem}")
    client.send("disconnect")
    return client.close()


if __name__ == "__main__":
    sys.exit(main())
