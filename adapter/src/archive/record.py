"""Has a JVM write its archive of loaded classes:  record.py JAVA-COMMAND...

The command starts the adapter; the sessions here load what most sessions load: a stop, the stack, variables of both languages, a step, the end; an attach;
a core file. A request that fails (no GDB on a build machine, say) leaves a smaller archive, and the build goes on."""
import os
import pathlib
import select
import socket
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[3] / "demo"))
from dap_client import Conversation, RequestFailed  # noqa: E402
from protocol_order import ProtocolError  # noqa: E402

PATIENCE = 20
MANY = 10  # requests at a time, so that some wait for their turn


def main():
    with tempfile.TemporaryDirectory() as folder:
        endpoint = os.path.join(folder, "recorded")
        adapter = subprocess.Popen([*sys.argv[1:], "--listen", "unix:" + endpoint], stdout=subprocess.PIPE)
        try:
            select.select([adapter.stdout], [], [], PATIENCE)  # it says where it listens
            for session in launched, attached, core_opened:
                record(session, endpoint, folder)
        finally:
            adapter.terminate()
            adapter.wait(PATIENCE)


def record(session, endpoint, folder):
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(endpoint)
        client = Conversation(connection.makefile("rb", 0), connection.makefile("wb", 0), PATIENCE)
        try:
            client.call("initialize", adapterID="twinstack", supportsVariableType=True, supportsVariablePaging=True)
            session(client, folder)
            client.call("disconnect", terminateDebuggee=True)
        except (ProtocolError, RequestFailed) as problem:
            print(f"the session that was {session.__name__} ended early: {problem}")


def launched(client, _):
    launch = client.send("launch", {"code": "print('recorded')", "args": ["one"], "python": sys.executable, "stopOnEntry": True})
    thread = begin(client, launch)
    stop_at_function(client, thread)
    client.call("continue", threadId=thread)
    client.event("terminated")


def attached(client, _):
    process = subprocess.Popen(["sleep", str(PATIENCE)])
    begin(client, client.send("attach", {"processId": process.pid, "stopOnEntry": True}))


def core_opened(client, folder):
    core = os.path.join(folder, "core")
    subprocess.run(["gdb", "-q", "-nx", "-batch", "-ex", "starti", "-ex", f"generate-core-file {core}", "sleep"],
                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=PATIENCE, check=False)
    begin(client, client.send("attach", {"coreFile": core}))


def begin(client, asked):
    client.event("initialized")
    client.call("setBreakpoints", source={"path": "/nowhere/extension.c"}, breakpoints=[{"line": 1}])
    client.call("configurationDone")
    client.response(asked)
    _, stop = client.event("stopped")
    look_around(client, stop["threadId"])
    return stop["threadId"]


def stop_at_function(client, thread):
    """At a breakpoint that has a place, and at the end of a step."""
    client.call("setFunctionBreakpoints", breakpoints=[{"name": "write"}])
    client.call("continue", threadId=thread)
    client.event("stopped")
    client.call("next", threadId=thread)
    client.event("stopped")
    client.call("setFunctionBreakpoints", breakpoints=[])


def look_around(client, thread):
    """The threads and the stack, both asked for at once, and the variables of every frame that has some; frames of libraries without debug information refuse."""
    threads = client.send("threads")
    stacks = [client.send("stackTrace", {"threadId": thread, "startFrame": 0, "levels": 20}) for _ in range(MANY)]
    client.response(threads)
    frames = [client.response(each)["stackFrames"] for each in stacks][0]
    for frame in frames:
        attempt(client, "evaluate", expression="1", frameId=frame["id"], context="watch")
        for scope in attempt(client, "scopes", frameId=frame["id"]).get("scopes", []):
            attempt(client, "variables", variablesReference=scope["variablesReference"])


def attempt(client, command, **arguments):
    try:
        return client.call(command, **arguments)
    except RequestFailed:
        return {}


if __name__ == "__main__":
    main()
