"""The workloads through bin/twinstack, as an editor asks for them."""
import pathlib
import sys
import time

from processes import cpu_ms, rss_mib
from program import MAIN, SOURCE, line_of

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "demo"))
from dap_client import DapClient  # noqa: E402


class AdapterSide:
    name = "Twinstack"
    short = "twinstack"

    def __init__(self, gdb):
        self._gdb = gdb

    def start(self, workload, mark):
        """Runs the program to the marked line; the two times count from the start of the adapter's process."""
        spawned = time.perf_counter()
        self.client = client = DapClient([str(ROOT / "bin" / "twinstack")], timeout=60)
        client.call("initialize", adapterID="bench", linesStartAt1=True, columnsStartAt1=True, supportsVariablePaging=True)
        initialized = time.perf_counter()
        launch = client.send("launch", {"program": MAIN, "python": sys.executable, "args": [workload], "gdb": self._gdb})
        client.event("initialized")
        client.call("setBreakpoints", source={"path": SOURCE}, breakpoints=[{"line": line_of(mark)}])
        configured = client.send("configurationDone")
        self._stopped()
        stopped = time.perf_counter()
        client.response(configured)
        client.response(launch)
        return {"start": (initialized - spawned) * 1000, "first stop": (stopped - spawned) * 1000}

    def own_rss(self):
        return rss_mib(self.client.process.pid)

    def own_cpu(self):
        return cpu_ms(self.client.process.pid)

    def screen(self):
        threads = self.client.send("threads")
        frames = self._frames()
        self.client.response(threads)
        self._variables(self._scope(frames[0]))

    def resume_to_stop(self):
        self.client.call("continue", threadId=self.thread)
        self._stopped()

    def top20(self):
        self._frames()

    def load_python_frames(self):
        """They are in every stack already."""
        return True

    def python_frames(self):
        """All frames, Python and native, in one request."""
        self.client.call("stackTrace", threadId=self.thread)

    def merged_screen(self):
        self.screen()

    def open_list(self):
        """Fetches the variables of the C frame, whose argument `thing` is the list."""
        variables = self._variables(self._scope(self._frames()[0]))
        self._thing = next(v for v in variables if v["name"] == "thing")

    def list_page(self):
        """The first 100 items, as Python values."""
        self._variables(self._thing["variablesReference"], filter="indexed", start=0, count=100)

    def clear_breakpoints(self):
        self.client.call("setBreakpoints", source={"path": SOURCE}, breakpoints=[])

    def step(self):
        self.client.call("next", threadId=self.thread)
        self._stopped()

    def run_out(self):
        """Continues to the end; returns the bytes of output that came."""
        self.client.call("continue", threadId=self.thread)
        self.client.event("terminated")
        return len(self.client.output("stdout", "stderr").encode())

    def close(self):
        self.client.send("disconnect", {"terminateDebuggee": True})
        self.client.close()

    def _stopped(self):
        self.thread = self.client.event("stopped")[1]["threadId"]

    def _frames(self):
        return self.client.call("stackTrace", threadId=self.thread, startFrame=0, levels=20)["stackFrames"]

    def _scope(self, frame):
        return self.client.call("scopes", frameId=frame["id"])["scopes"][0]["variablesReference"]

    def _variables(self, reference, **page):
        return self.client.call("variables", variablesReference=reference, **page)["variables"]
