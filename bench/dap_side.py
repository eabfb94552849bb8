"""The workloads through a debug adapter, as an editor asks for them."""
import time

from counting_client import AnyOrder, CountingClient, ProtocolError
from processes import cpu_ms, rss_mib
from sides import Breakpoint, Refused


class DapSide:
    """One session of one adapter."""

    def __init__(self, peer, gdb):
        self._peer, self._gdb = peer, gdb
        self.required, self.client = peer.required, None

    def start(self, program, workload, mark):
        """Runs the program to the marked line; the two times count from the start of the adapter's process."""
        return self._begin("launch", self._peer.launch(program.executable, program.arguments(workload), self._gdb), program, mark)

    def attach(self, program, pid, mark):
        """Attaches, and lets the process run to the marked line."""
        self._begin("attach", self._peer.attach(program.executable, pid, self._gdb), program, mark)
        while self.reason != "breakpoint":
            self.resume_to_stop()

    def open_core(self, program, core):
        if self._peer.core is None:
            raise Refused("it opens no core files")
        self._begin("attach", self._peer.core(program.executable, str(core), self._gdb))

    def own_rss(self):
        return rss_mib(self.client.process.pid)

    def own_cpu(self):
        return cpu_ms(self.client.process.pid)

    def screen(self):
        """What an editor shows of a stop, which is what it asks after every step."""
        threads = self.client.send("threads")
        frames = self.top20()
        self.client.response(threads)
        self._locals(frames[0])

    def top20(self):
        return self._stack(self.thread)["stackFrames"]

    def all_stacks(self):
        """The threads, and a page of the stack of each, all asked for at once."""
        threads = self.client.call("threads")["threads"]
        pages = [self.client.send("stackTrace", self._page(thread["id"])) for thread in threads]
        return [self.client.response(page)["stackFrames"] for page in pages]

    def resume_to_stop(self):
        self.client.call("continue", threadId=self.thread)
        self._stopped()

    def step(self):
        self.client.call("next", threadId=self.thread)
        self._stopped()

    def open_variable(self, name):
        """Fetches the locals of the newest frame, of which one is to be opened."""
        self._opened = next(v for v in self._locals(self.top20()[0]) if v["name"] == name)["variablesReference"]
        if not self._opened:
            raise Refused(f"`{name}` cannot be opened")

    def container_page(self, count):
        """The first children of the opened variable."""
        children = self.client.call("variables", variablesReference=self._opened, filter="indexed", start=0, count=count)["variables"]
        if len(children) < count:
            raise Refused(f"it gave {len(children)} of {count} children")

    array_page = container_page

    def set_breakpoints(self, source, breakpoints):
        """All breakpoints of a file; returns how many of them are in code."""
        found = self.client.call("setBreakpoints", source={"path": str(source)}, breakpoints=[as_dap(each) for each in breakpoints])
        return sum(each["verified"] for each in found["breakpoints"])

    def logged(self):
        return self.client.logged

    def run_out(self):
        """Continues to the end; returns the bytes of output that came."""
        self.client.call("continue", threadId=self.thread)
        self.client.event("terminated")
        return self.client.printed

    def load_python_frames(self):
        """They are in every stack already, where an adapter has them."""
        return True

    def python_frames(self):
        """All frames, Python and native, in one request."""
        self.client.call("stackTrace", threadId=self.thread)

    def merged_screen(self):
        self.screen()

    def close(self):
        client, self.client = self.client, None
        try:
            if client:
                client.send("disconnect", {"terminateDebuggee": True})
                client.close()
        except (ProtocolError, OSError):
            client.process.kill()
            if self.required:
                raise

    def _begin(self, request, configuration, program=None, mark=None):
        spawned = time.perf_counter()
        self.client = client = CountingClient(self._peer.command)
        if not self.required:
            client.order = AnyOrder()
        client.call("initialize", adapterID="bench", linesStartAt1=True, columnsStartAt1=True, pathFormat="path", supportsVariablePaging=True, supportsVariableType=True)
        self.answered = time.perf_counter()
        begun = client.send(request, configuration)
        client.event("initialized")
        if mark:
            self.set_breakpoints(program.source, [Breakpoint(program.line_of(mark))])
        configured = client.send("configurationDone")
        self._stopped()
        stopped = time.perf_counter()
        client.response(configured)
        client.response(begun)
        return {"start": (self.answered - spawned) * 1000, "first stop": (stopped - spawned) * 1000}

    def _stopped(self):
        name, body = self.client.event("stopped", "terminated")
        if name == "terminated":
            raise Refused("the program ended without a stop")
        self.thread, self.reason = body["threadId"], body["reason"]

    def _stack(self, thread):
        return self.client.call("stackTrace", **self._page(thread))

    @staticmethod
    def _page(thread):
        return {"threadId": thread, "startFrame": 0, "levels": 20}

    def _locals(self, frame):
        """The variables of the scopes that an editor opens by itself."""
        scopes = self.client.call("scopes", frameId=frame["id"])["scopes"]
        opened = [s for s in scopes if s.get("presentationHint") in ("arguments", "locals")] or scopes[:1]
        asked = [self.client.send("variables", {"variablesReference": s["variablesReference"]}) for s in opened]
        return [variable for each in asked for variable in self.client.response(each)["variables"]]


def as_dap(breakpoint):
    found = {"line": breakpoint.line}
    if breakpoint.condition:
        found["condition"] = breakpoint.condition
    if breakpoint.log:
        found["logMessage"] = f"{breakpoint.log}={{{breakpoint.log}}}"
    return found
