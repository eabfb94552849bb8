"""Sessions on a free-threaded CPython, through the adapter:  free_threaded.py PYTHON

Three threads go in rounds through Python and C, at once where there is no GIL. One session launches them, without the GIL; one attaches to them when it is on
again, as CPython switches it on for an extension that does not say that it can do without. Both stop, step into C and out, evaluate, assign, and meet an
exception; the program's result is what it is without a debugger."""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.append(str(ROOT / "demo"))
from dap_client import DapClient  # noqa: E402

PROGRAM, EXTENSION = (ROOT / "test-programs" / "soak" / name for name in ("main.py", "soak.c"))
DESCRIBE = "import json, sysconfig; print(json.dumps([sysconfig.get_path('include'), sysconfig.get_config_var('EXT_SUFFIX')]))"
OFF, ON = {"PYTHON_GIL": "0"}, {"PYTHONWARNINGS": "ignore"}  # the warning is that the GIL is on again
ENDED = "wrong []"


def main(python):
    with tempfile.TemporaryDirectory() as directory:
        build(python, directory)
        for variables, word in (OFF, "attached"), (ON, "holds the GIL"):
            environment = {"PYTHONPATH": directory, **variables}
            end = pathlib.Path(directory) / f"end of {word}"
            launched(python, environment, end, word)
            end.unlink()
            attached(python, environment, end, word)


def build(python, directory):
    """The extension, for this Python."""
    include, suffix = json.loads(subprocess.check_output([python, "-c", DESCRIBE]))
    subprocess.check_call(["gcc", "-g", "-shared", "-fPIC", f"-I{include}", "-o", f"{directory}/soak{suffix}", EXTENSION])


def launched(python, environment, end, word):
    client = initialized()
    request = client.send("launch", {"program": str(PROGRAM), "args": [str(end)], "python": python, "env": environment})
    story(client, request, end, word)
    assert client.event("exited")[1]["exitCode"] == 7
    assert ENDED in client.output("stdout"), ENDED
    client.call("disconnect")
    assert client.close() == 0


def attached(python, environment, end, word):
    with subprocess.Popen([python, PROGRAM, end], env={**os.environ, **environment}, stdout=subprocess.PIPE, text=True) as program:
        try:
            client = initialized()
            story(client, client.send("attach", {"processId": program.pid}), end, word)
            client.call("disconnect")
            assert client.close() == 0
            assert (program.wait(30), program.stdout.read()) == (7, f"{ENDED}\n")
        finally:
            program.kill()


def initialized():
    client = DapClient([str(ROOT / "bin" / "twinstack")])
    client.call("initialize", adapterID="test", linesStartAt1=True, columnsStartAt1=True)
    return client


def story(client, request, end, word):
    client.event("initialized")
    break_at(client, PROGRAM, "leaf-call")
    client.call("configurationDone")
    client.response(request)
    thread = stopped_at(client, "breakpoint", PROGRAM, "leaf-call")
    names = {each["id"]: each["name"] for each in client.call("threads")["threads"]}
    assert names[thread].endswith(f"({word})"), names
    break_at(client, PROGRAM)
    client.call("stepIn", threadId=thread)
    assert client.event("stopped")[1]["threadId"] == thread
    step(client, thread, "next", EXTENSION, "leaf")
    named = [frame["name"] for frame in frames(client, thread) if frame.get("presentationHint") != "subtle"]
    assert [name.partition("(")[0].strip() for name in named[:4]] == ["leaf", "inner", "call", "outer"], named
    step(client, thread, "stepOut", PROGRAM, "leaf-call")
    assigned(client, frames(client, thread)[0]["id"])
    client.call("setExceptionBreakpoints", filters=["raised"])
    client.call("continue", threadId=thread)
    thread = stopped_at(client, "exception", PROGRAM, "raise")
    assert client.call("exceptionInfo", threadId=thread)["exceptionId"] == "ValueError"
    client.call("setExceptionBreakpoints", filters=[])
    end.touch()
    client.call("continue", threadId=thread)
    while client.event("stopped", "terminated")[0] == "stopped":  # of threads that have raised at the same time
        client.call("continue", threadId=thread)


def assigned(client, frame):
    """A variable that has another value for a moment."""
    def evaluated(expression):
        return client.call("evaluate", frameId=frame, context="repl", expression=expression)["result"]

    before = evaluated("half")
    scope = client.call("scopes", frameId=frame)["scopes"][0]["variablesReference"]
    client.call("setVariable", variablesReference=scope, name="half", value="half * 100")
    assert int(evaluated("sum([half])")) == 100 * int(before), before
    client.call("setVariable", variablesReference=scope, name="half", value=before)


def break_at(client, file, *marks):
    client.call("setBreakpoints", source={"path": str(file)}, breakpoints=[{"line": line(file, mark)} for mark in marks])


def step(client, thread, kind, file, mark):
    client.call(kind, threadId=thread)
    assert stopped_at(client, "step", file, mark) == thread


def stopped_at(client, reason, file, mark):
    """The thread that has stopped where it must."""
    body = client.event("stopped")[1]
    top = frames(client, body["threadId"])[0]
    assert (body["reason"], top["source"]["path"], top["line"]) == (reason, str(file), line(file, mark)), (body, top)
    return body["threadId"]


def frames(client, thread):
    return client.call("stackTrace", threadId=thread, levels=20)["stackFrames"]


def line(file, mark):
    """The number of the line that carries `@mark`."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return next(number for number, text in enumerate(lines, 1) if re.search(rf"@{mark}\b(?!-)", text))


if __name__ == "__main__":
    main(*sys.argv[1:])
