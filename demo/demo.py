"""Debugs the example extension through bin/twinstack as any editor would: a plain client of the protocol that knows nothing of Twinstack.

Prints the stack and the variables at a breakpoint in C, steps, continues and prints the exit code.
Exits with status 1 when the adapter breaks the protocol or a request fails."""
import pathlib
import re
import sys

from dap_client import DapClient, RequestFailed
from printing import heading, print_stack, print_variables, say
from protocol_order import ProtocolError

ROOT = pathlib.Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "test-programs" / "example"
C_SOURCE = EXAMPLE / "pricing.c"
PROGRAM = EXAMPLE / "order.py"


def marked_line(path, mark):
    """The number of the line that carries `@mark`."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if re.search(rf"@{mark}\b", line))


def start(client):
    """Launches the program with a breakpoint in the C file, which no process has loaded yet."""
    client.call("initialize", adapterID="demo", linesStartAt1=True, columnsStartAt1=True,
                supportsVariablePaging=True, supportsVariableType=True)
    launch = client.send("launch", {"program": str(PROGRAM), "python": sys.executable, "cwd": str(EXAMPLE)})
    client.event("initialized")
    line = marked_line(C_SOURCE, "round")
    breakpoint = set_breakpoints(client, [{"line": line}])[0]
    say("breakpoint set", f"pricing.c:{line}, verified: {yes_no(breakpoint)}, as the program has not imported the extension yet")
    client.call("configurationDone")
    client.response(launch)


def set_breakpoints(client, breakpoints):
    return client.call("setBreakpoints", source={"path": str(C_SOURCE)}, breakpoints=breakpoints)["breakpoints"]


def wait_for_stop(client):
    """Prints what happens until the next stop and returns the stopped thread and its frames."""
    name, body = client.event("stopped", "breakpoint", "terminated")
    while name == "breakpoint":
        say("breakpoint " + body["reason"], f'pricing.c:{body["breakpoint"].get("line")}, verified: {yes_no(body["breakpoint"])}')
        name, body = client.event("stopped", "breakpoint", "terminated")
    if name == "terminated":
        raise ProtocolError("the program ended without a stop: " + client.output("stdout", "stderr", "console", "important"))
    thread = body["threadId"]
    frames = client.call("stackTrace", threadId=thread, startFrame=0, levels=50)["stackFrames"]
    names = {t["id"]: t["name"] for t in client.call("threads")["threads"]}
    say("stopped", f'{body["reason"]}, thread {names[thread]}')
    return thread, frames


def yes_no(breakpoint):
    return "yes" if breakpoint["verified"] else "no"


def variables(client, reference, **page):
    found = client.call("variables", variablesReference=reference, **page)["variables"]
    unread = [v for v in found if v["value"].startswith("<error")]
    if unread:
        raise ProtocolError(f"{unread[0]['name']} cannot be read: {unread[0]['value']}")
    return found


def first_scope(client, frame):
    return variables(client, client.call("scopes", frameId=frame["id"])["scopes"][0]["variablesReference"])


def named(things, name):
    """The frame or variable of this name; a frame's name may be followed by its arguments."""
    found = [t for t in things if re.split(r"[ (]", t["name"])[0] == name]
    if not found:
        raise ProtocolError(f"nothing is called {name} among {[t['name'] for t in things]}")
    return found[0]


def show_variables(client, frames):
    """C locals, a PyObject * opened two levels deep, and the locals of a Python frame."""
    heading("round_cents, in C: arguments and locals")
    print_variables(first_scope(client, frames[0]))

    heading("total, in C: `items` is a PyObject *, and opens")
    items = named(first_scope(client, named(frames, "total")), "items")
    print_variables([items])
    opened = variables(client, items["variablesReference"], filter="indexed", start=0, count=3)
    print_variables(opened, 1)
    print_variables(variables(client, opened[0]["variablesReference"]), 2)

    heading("bulk_price, in Python: locals, and an expression")
    frame = named(frames, "bulk_price")
    print_variables(first_scope(client, frame))
    answer = client.call("evaluate", expression="item.name", frameId=frame["id"], context="watch")
    print_variables([{"name": "item.name", "value": answer["result"]}])


def step(client, thread):
    client.call("next", threadId=thread)
    _, frames = wait_for_stop(client)
    print_stack(frames[:1])
    print_variables([named(first_scope(client, frames[0]), "cents")])


def run_to_end(client, thread):
    set_breakpoints(client, [])
    client.call("continue", threadId=thread)
    _, body = client.event("exited")
    client.event("terminated")
    say("the program printed", client.output("stdout").strip())
    say("exit code", str(body["exitCode"]))
    client.call("disconnect")


def debug(client):
    start(client)
    thread, frames = wait_for_stop(client)
    heading("One stack, newest frame first")
    print_stack(frames)
    show_variables(client, frames)
    heading("A step in C, then on to the end")
    step(client, thread)
    run_to_end(client, thread)
    status = client.close()
    client.order.finished()
    say("protocol", f"each message in its order, adapter's exit status {status}")
    return status


def main():
    print("order.py calls C (total), which calls Python back (bulk_price), which calls C again (round_cents).")
    client = DapClient([str(ROOT / "bin" / "twinstack")])
    try:
        return debug(client)
    except (ProtocolError, RequestFailed) as problem:
        print(f"demo: {problem}", file=sys.stderr)
        client.process.kill()
        return 1


if __name__ == "__main__":
    sys.exit(main())
